//! Notices a whole URL, or a whole host, where only a subdomain or only a host is wanted (`https://acme.zendesk.com`
//! for `acme`). The provider's address is then built wrongly, and no host of that name is found.
//!
//! The fix keeps the subdomain where what follows it is known, or where the host has just three labels.
//! For a host there is no fix: the path may have been meant. A doubled suffix is left to `doubled_suffix`.

use super::note::{Note, Noticed, fixable, note};
use super::seen::{Seen, ends_with};
use super::signs::Signs;
use crate::catalog::{Address, pattern};
use crate::edit::{host, subdomain};
use crate::search;
use crate::verdict::{Edit, HintCode};

const SUBDOMAIN_HELP: &str = "The value is a web address or a whole host name; this field takes the subdomain alone, for example acme of https://acme.example.com.";
static SUBDOMAIN: Note = fixable(HintCode::UrlForSubdomain, SUBDOMAIN_HELP, Edit::ToSubdomain);
static NAMED: Note = note(HintCode::UrlForSubdomain, SUBDOMAIN_HELP);
static HOST: Note = note(
    HintCode::UrlForSubdomain,
    "The value is a web address; this field takes the host name alone, without https:// and without a path.",
);

#[inline(never)]
pub(super) fn notice(seen: &Seen<'_>) -> Noticed {
    let text = seen.inner;
    match seen.field()?.address {
        Address::Subdomain(suffix) if is_too_much(seen, text, suffix) => {
            Some(if is_safe(seen, text, suffix) { &SUBDOMAIN } else { &NAMED })
        }
        Address::Host
            if seen.signs.has(Signs::SLASH)
                && (search::contains(text, "://") || search::has(text, b'/') && !search::has(text, b'\\')) =>
        {
            Some(&HOST)
        }
        _ => None,
    }
}

fn is_too_much(seen: &Seen<'_>, text: &str, suffix: &str) -> bool {
    if search::has(text, b'/') || !suffix.is_empty() && ends_with(text, suffix) {
        return true;
    }
    // A dot alone is not wrong everywhere: Snowflake's account identifiers may hold a region.
    let dots = if suffix.is_empty() { 2 } else { 1 };
    let known = || seen.formats().any(|format| pattern::matches(format.program, text.as_bytes()));
    search::count(text, b'.') >= dots && !known()
}

/// Whether it is clear what of an address the subdomain is.
pub(super) fn is_safe(seen: &Seen<'_>, text: &str, suffix: &str) -> bool {
    let Some(kept) = subdomain(text) else { return false };
    let (_, host) = host(text);
    if suffix.is_empty() {
        return search::count(host, b'.') == 2 && !["www", "app", "api", "login"].contains(&kept);
    }
    ends_with(host, suffix) && search::count(suffix, b'.') == 2 && !is_too_much(seen, kept, suffix)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::tests::{assert_fixed, noticed, silent};
    use crate::verdict::HintCode::UrlForSubdomain;

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
        assert_fixed(UrlForSubdomain, "zuora", "subdomain", "https://acme.zuora.com/", "acme");
    }

    #[test]
    fn where_it_is_not_clear_what_to_keep_there_is_no_fix() {
        let cases = [
            ("shopify", "store_name", "https://shop.acme.example"),
            ("shopify", "store_name", "acme.example"),
            ("zuora", "subdomain", "https://www.zuora.com"),
            ("zuora", "subdomain", "https://a.b.zuora.com"),
            ("mysql", "host", "https://db.acme.example/x"),
            ("mysql", "host", "db.acme.example/x"),
        ];
        for (app, key, value) in cases {
            assert!(noticed(UrlForSubdomain, app, key, value).is_some_and(|hint| hint.fix.is_empty()), "{value}");
        }
    }

    #[test]
    fn good_values_are_silent() {
        silent(UrlForSubdomain, "shopify", "store_name", &["acme", "acme-goods", "ACME1"]);
        silent(UrlForSubdomain, "snowflake", "account_id", &["fake.us-east-1", "acme-fake", "fake.us-east-1.aws"]);
        silent(UrlForSubdomain, "zuora", "subdomain", &["acme", "acme.eu"]);
        silent(UrlForSubdomain, "mysql", "host", &["db.acme.example", "localhost:3306", "10.0.0.1", "ACME\\SQL"]);
        silent(UrlForSubdomain, "ashby", "api_key", &["https://acme.example"]);
    }
}
