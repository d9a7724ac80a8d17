//! Warns about a provider's test credential in a production request, and the reverse.

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::Template;
use crate::catalog::{Format, Mode};
use crate::request::Environment;
use crate::verdict::{HintCode, HintVariant};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::ModeMismatch,
    title: "A credential belongs to the other environment",
    what: "The value is a test credential, such as one that starts with `sk_test_`, but the request goes to production, or the reverse.",
    why: "The endpoint accepts both. Then test data appears in production, or real data in a test.",
    todo: "Enter the credential of the same environment, or use the API key of the other one.",
    source: "The formats in `schemas/`, each with the vendor's page. The prefix of the `x-api-key` names the environment: `pk` or `tk`.",
    variants: &[(HintVariant::Live, "A live credential in a test request. Without the variant, the reverse.")],
};

/// Checks a value that matches this known format.
pub(super) fn check(candidate: &Candidate<'_>, format: &Format) -> Option<Template> {
    match (format.mode?, candidate.input.environment?) {
        (Mode::Test, Environment::Production) => Some(Template::new(
            HintCode::ModeMismatch,
            "This is a test credential, but the request goes to production. Enter the live one.",
        )),
        (Mode::Live, Environment::Test) => Some(Template::variant(
            HintCode::ModeMismatch,
            HintVariant::Live,
            "This is a live credential, but the request goes to the test environment. Enter the test one.",
        )),
        (Mode::Test, Environment::Test) | (Mode::Live, Environment::Production) => None,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::Request;
    use crate::request::Environment::{self, Production, Test};
    use crate::verdict::HintCode::ModeMismatch;

    fn is_noticed(value: &str, environment: Option<Environment>) -> bool {
        let request = Request { environment, ..Request::of("stripe", &[("api_key", value)]) };
        request.hints().iter().any(|hint| hint.code == ModeMismatch)
    }

    #[test]
    fn the_other_mode_is_noticed() {
        for (test, live) in
            [("sk_test_aaaaaaaaaaaa", "sk_live_aaaaaaaaaaaa"), ("rk_test_aaaaaaaaaaaa", "rk_live_aaaaaaaaaaaa")]
        {
            assert!(is_noticed(test, Some(Production)) && is_noticed(live, Some(Test)));
            assert!(!is_noticed(test, Some(Test)) && !is_noticed(live, Some(Production)));
            assert!(!is_noticed(test, None) && !is_noticed(live, None));
        }
    }
}
