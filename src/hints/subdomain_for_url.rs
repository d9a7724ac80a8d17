//! Notices an address without its scheme where a whole URL is wanted (`acme.example.com`, or `acme` alone, for
//! `https://acme.example.com`). The provider's client cannot call it. The fix puts `https://` before what is plainly a
//! host; a bare name has none, as what follows it is not known.

use super::note::{Note, Noticed, fixable, note};
use super::seen::Seen;
use crate::catalog::{Address, pattern};
use crate::edit::url;
use crate::search;
use crate::verdict::{Edit, HintCode};

const HELP: &str =
    "The value is no whole web address; this field takes one with its scheme, for example https://acme.example.com.";
static NOTE: Note = fixable(HintCode::SubdomainForUrl, HELP, Edit::ToUrl);
static NAMED: Note = note(HintCode::SubdomainForUrl, HELP);

#[inline(never)]
pub(super) fn notice(seen: &Seen<'_>) -> Noticed {
    if seen.field()?.address != Address::Url || search::contains(seen.inner, "://") {
        return None;
    }
    if seen.formats().any(|format| pattern::matches(format.program, seen.inner.as_bytes())) {
        return None;
    }
    Some(if url(seen.inner).is_some() { &NOTE } else { &NAMED })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::tests::{assert_fixed, noticed, silent};
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
