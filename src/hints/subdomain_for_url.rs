//! Warns about an address without a scheme in a field that takes a URL: `acme.example.com`, or only `acme`. The fix
//! puts `https://` before a value that is clearly a host. A bare name has no fix, because the rest of the host is
//! unknown.

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::catalog::Address;
use crate::fixes::Edit;
use crate::fixes::url;
use crate::text::contains;
use crate::verdict::HintCode;

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::SubdomainForUrl,
    title: "A URL is needed, but the value is not one",
    what: "The field takes a URL, but the value has no scheme, such as `acme.example.com` or only `acme`.",
    why: "The app's client cannot call an address without a scheme.",
    todo: "Enter the whole address with `https://`. The fix adds it if the value is clearly a host.",
    source: "The addresses in `schemas/`; RFC 3986, section 3.1: every URL has a scheme.",
    variants: &[],
};

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    if candidate.field()?.address != Address::Url || contains(candidate.inner, "://") {
        return None;
    }
    if candidate.is_known(candidate.inner) {
        return None;
    }
    let fix = if url(candidate.inner).is_some() { Fix::Edits(vec![Edit::ToUrl]) } else { Fix::Slips };
    Some(
        Template::new(HintCode::SubdomainForUrl, "Enter the whole web address, for example https://acme.example.com.")
            .fix(fix),
    )
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{assert_fixed, noticed, silent};
    use crate::verdict::HintCode::SubdomainForUrl;

    #[test]
    fn a_missing_scheme_is_noticed() {
        assert_fixed(SubdomainForUrl, "odoo", "url", "acme.example.org/web", "https://acme.example.org/web");
        assert_fixed(SubdomainForUrl, "odoo", "url", " \"acme.example.org\"", "https://acme.example.org");
        assert_fixed(SubdomainForUrl, "gmail", "callback_url", "//acme.example.org/cb", "https://acme.example.org/cb");
    }

    #[test]
    fn where_the_host_is_not_clear_there_is_no_fix() {
        for value in ["acme", "http:/acme.example.org", "me@example.org", "acme example.org"] {
            assert!(noticed(SubdomainForUrl, "odoo", "url", value).is_some_and(|hint| hint.fix.is_empty()), "{value}");
        }
    }

    #[test]
    fn good_values_are_silent() {
        silent(SubdomainForUrl, "odoo", "url", &["https://acme.example.org", "http://localhost:8069"]);
        silent(SubdomainForUrl, "ashby", "api_key", &["acme.example.org"]);
    }
}
