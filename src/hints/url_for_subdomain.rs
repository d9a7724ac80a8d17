//! Warns about a URL or a host in a field that takes only a subdomain or only a host.
//!
//! The fix keeps the subdomain if the catalogue knows the suffix after it. A field for a host keeps the host if a field
//! for the port is beside it and nothing else is lost: elsewhere a port or a path may matter. `doubled_suffix` handles
//! doubled suffixes.

use std::borrow::Cow;

use super::support::byte_class::ByteClass;
use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::catalog::Address;
use crate::fixes;
use crate::fixes::Edit;
use crate::text::{contains, ends_with_ignore_case};
use crate::verdict::{About, HintCode, HintVariant};

/// The field for a port.
const PORT: &str = "port";

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::UrlForSubdomain,
    title: "A URL is given where a subdomain or host is needed",
    what: "The value is a URL or a host, such as `https://acme.zendesk.com`, but the field takes only a subdomain (`acme`) or only a host, without user, port and path.",
    why: "The app builds its address from the value, and no such host exists.",
    todo: "Enter the subdomain or the host alone. The fix keeps the subdomain if the app's domain follows it, and the host if nothing else is lost.",
    source: "The addresses in `schemas/`, each with the vendor's page.",
    variants: &[
        (HintVariant::Host, "The field takes a host. Without the variant, it takes a subdomain."),
        (HintVariant::Port, "The field takes a host, and another field takes the port that follows it."),
        (HintVariant::Reserved, "The subdomain is a name of the service itself, such as `www`."),
    ],
};

/// Names that providers use for themselves.
const RESERVED: [&str; 7] = ["www", "app", "api", "admin", "login", "accounts", "my"];

/// Returns `true` if a subdomain is a name that the provider uses for itself.
pub(super) fn is_reserved(name: &[u8]) -> bool {
    RESERVED.iter().any(|reserved| name.eq_ignore_ascii_case(reserved.as_bytes()))
}

/// Checks for such a name alone, in a field of an app whose hosts are known.
pub(super) fn check_reserved(candidate: &Candidate<'_>) -> Option<Template> {
    match candidate.field()?.address {
        Address::Subdomain(suffix) if !suffix.is_empty() && is_reserved(candidate.inner.as_bytes()) => {
            Some(reserved(suffix))
        }
        _ => None,
    }
}

fn reserved(suffix: &'static str) -> Template {
    let help = format!(
        "This is a name of the service itself. Enter the name of the account, for example acme of https://acme{suffix}."
    );
    Template {
        help: Cow::Owned(help),
        about: About { suffix: Some(suffix), ..About::NONE },
        ..Template::variant(HintCode::UrlForSubdomain, HintVariant::Reserved, "")
    }
    .fix(Fix::None)
}

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let text = candidate.inner;
    match candidate.field()?.address {
        Address::Subdomain(suffix) if is_too_much(candidate, text, suffix) => {
            Some(subdomain(candidate, text, suffix, HintCode::UrlForSubdomain))
        }
        Address::Host => host(candidate, text),
        _ => None,
    }
}

/// Checks the value of a field that takes only a host.
fn host(candidate: &Candidate<'_>, text: &str) -> Option<Template> {
    let has_slash = candidate.classes.has(ByteClass::SLASH)
        && (contains(text, "://") || text.contains('/') && !text.contains('\\'));
    let (start, host) = fixes::host(text);
    let after = text.get(start + host.len()..).unwrap_or_default();
    let port = after.strip_prefix(':').unwrap_or_default().trim_end_matches('/');
    let has_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    let takes_port = candidate.input.auth_type.is_some_and(|auth_type| auth_type.position(PORT).is_some());
    let is_connection = text.contains('=') && text.contains(';');
    let is_user = start > 0 && text.contains('@');
    if !(has_slash || is_connection || is_user || has_port && takes_port) {
        return None;
    }
    // The same port in its own field, or none at all here.
    let given = candidate.input.values.iter().find(|value| value.key == PORT).map(|value| value.text.trim());
    let is_port_kept = if has_port { given == Some(port) } else { after.is_empty() || after == "/" };
    let is_safe = takes_port && is_port_kept && !text.contains('@') && fixes::only_host(text).is_some();
    let fix = if is_safe { Fix::Edits(vec![Edit::ToHost]) } else { Fix::Slips };
    let (variant, help) = if has_port && takes_port && !has_slash && !is_user {
        (HintVariant::Port, "Enter the host name alone. The port belongs in its own field.")
    } else {
        (HintVariant::Host, "Enter the host name alone, without https://, a user name or a path.")
    };
    Some(Template::variant(HintCode::UrlForSubdomain, variant, help).fix(fix))
}

/// Returns the hint that the field takes only a subdomain.
pub(super) fn subdomain(candidate: &Candidate<'_>, text: &str, suffix: &'static str, code: HintCode) -> Template {
    let (help, about) = if suffix.is_empty() {
        (Cow::Borrowed("Enter the subdomain alone, for example acme of https://acme.example.com."), About::NONE)
    } else {
        let help = format!("Enter only what comes before {suffix}, for example acme of https://acme{suffix}.");
        (Cow::Owned(help), About { suffix: Some(suffix), ..About::NONE })
    };
    if has_suffix(text, suffix) && fixes::subdomain(text).is_some_and(|kept| is_reserved(kept.as_bytes())) {
        return reserved(suffix);
    }
    let fix = if is_safe(candidate, text, suffix) { Fix::Edits(vec![Edit::ToSubdomain]) } else { Fix::Slips };
    Template { code, variant: None, help, about, fix }
}

fn is_too_much(candidate: &Candidate<'_>, text: &str, suffix: &str) -> bool {
    if text.contains('/') || !suffix.is_empty() && ends_with_ignore_case(text, suffix) {
        return true;
    }
    // One dot may be right: Snowflake's account identifiers may contain a region.
    let dots = if suffix.is_empty() { 2 } else { 1 };
    text.matches('.').count() >= dots && !candidate.is_known(text)
}

/// Returns `true` if the subdomain of an address is certain: the known suffix follows it, and it is not a name that
/// providers reserve.
pub(super) fn is_safe(candidate: &Candidate<'_>, text: &str, suffix: &str) -> bool {
    let Some(kept) = fixes::subdomain(text) else { return false };
    (has_suffix(text, suffix) || suffix == STORE_SUFFIX && fixes::store(text).is_some())
        && !is_reserved(kept.as_bytes())
        && !is_too_much(candidate, kept, suffix)
}

/// The suffix of the stores that [`fixes::store`] finds.
const STORE_SUFFIX: &str = ".myshopify.com";

/// Returns `true` if the host of an address ends with a known suffix of two labels.
fn has_suffix(text: &str, suffix: &str) -> bool {
    let (_, host) = fixes::host(text);
    suffix.matches('.').count() == 2 && ends_with_ignore_case(host.trim_end_matches('.'), suffix)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::unwrap_used)] // clippy sees no test behind `all(test, …)`
mod tests {
    use crate::hints::support::tests::{Request, assert_fixed, noticed, repaired, silent};
    use crate::verdict::HintCode::UrlForSubdomain;
    use crate::verdict::HintVariant::{Port, Reserved};

    #[test]
    fn addresses_are_noticed_and_cut() {
        for value in [
            "https://acme.myshopify.com",
            "https://acme.myshopify.com/admin?x=1",
            "acme.myshopify.com",
            "ACME.MyShopify.com/",
        ] {
            assert_fixed(
                UrlForSubdomain,
                "shopify",
                "store_name",
                value,
                value.find("ACME").map_or("acme", |_| "ACME"),
            );
        }
        assert_fixed(
            UrlForSubdomain,
            "snowflake",
            "account_id",
            "https://fake.us-east-1.snowflakecomputing.com",
            "fake.us-east-1",
        );
    }

    #[test]
    fn where_it_is_not_clear_what_to_keep_there_is_no_fix() {
        let cases = [
            ("shopify", "store_name", "https://shop.acme.example"),
            ("shopify", "store_name", "acme.example"),
            ("shopify", "store_name", "https://www.myshopify.com"),
            ("shopify", "store_name", "admin.shopify.com/store/admin"),
            ("shopify", "store_name", "https://admin.shopify.com/settings"),
            ("zuora", "subdomain", "https://acme.zuora.com/"),
            ("zuora", "subdomain", "https://www.zuora.com"),
            ("zuora", "subdomain", "https://a.b.zuora.com"),
            ("mysql", "host", "https://db.acme.example/x"),
            ("mysql", "host", "db.acme.example/x"),
            ("mysql", "host", "db.example.org:3306"),
            ("mysql", "host", "me@db.example.org"),
            ("mysql", "host", "mysql://me:fake@db.example.org:3306/app"),
            ("postgres", "host", "jdbc:postgresql://db.example.org:5432/app"),
            ("mysql", "host", "Server=db.example.org;Port=3306;Database=app"),
            ("gitlab", "hostname", "https://gitlab.example.org/"),
        ];
        for (app, key, value) in cases {
            assert!(noticed(UrlForSubdomain, app, key, value).is_some_and(|hint| hint.fix.is_empty()), "{value}");
        }
    }

    #[test]
    fn a_host_is_kept_if_nothing_else_is_lost() {
        assert_fixed(UrlForSubdomain, "sftp", "host", "sftp://sftp.example.org/", "sftp.example.org");
        assert_fixed(UrlForSubdomain, "mysql", "host", " https://db.example.org", "db.example.org");
        let fix = |port| {
            let values = [("host", "db.example.org:3306"), ("user", "fake"), ("password", "fake"), ("port", port)];
            let hints = Request::of("mysql", &values).hints();
            let hint = hints.iter().find(|hint| hint.code == UrlForSubdomain).unwrap();
            assert_eq!(hint.variant, Some(Port));
            repaired(hint, "db.example.org:3306")
        };
        assert_eq!(fix("3306").as_deref(), Some("db.example.org"));
        assert_eq!(fix("3307"), None);
    }

    #[test]
    fn shopifys_admin_names_the_store_in_its_path() {
        for value in ["https://admin.shopify.com/store/acme", "admin.shopify.com/store/acme/products?x=1"] {
            assert_fixed(UrlForSubdomain, "shopify", "store_name", value, "acme");
        }
    }

    #[test]
    fn names_of_the_service_itself_are_noticed() {
        let names = ["www", "Admin", "api", "https://www.zendesk.com", "app.zendesk.com", "login", "accounts", "my"];
        for name in names {
            let hint = noticed(UrlForSubdomain, "zendesk", "subdomain", name).unwrap();
            assert_eq!((hint.variant, hint.fix.is_empty()), (Some(Reserved), true), "{name}");
        }
        silent(UrlForSubdomain, "zendesk", "subdomain", &["wwwacme", "app1", "acme"]);
        silent(UrlForSubdomain, "zuora", "subdomain", &["www"]);
    }

    #[test]
    fn good_values_are_silent() {
        silent(UrlForSubdomain, "shopify", "store_name", &["acme", "acme-goods", "ACME1"]);
        silent(UrlForSubdomain, "snowflake", "account_id", &["fake.us-east-1", "acme-fake", "fake.us-east-1.aws"]);
        silent(UrlForSubdomain, "zuora", "subdomain", &["acme", "acme.eu"]);
        silent(
            UrlForSubdomain,
            "mysql",
            "host",
            &["db.acme.example", "localhost", "10.0.0.1", "ACME\\SQL", "::1", "[::1]:3306", "2001:db8::1"],
        );
        silent(UrlForSubdomain, "gitlab", "hostname", &["gitlab.example.org:8443"]);
        silent(UrlForSubdomain, "ashby", "api_key", &["https://acme.example"]);
    }
}
