//! Notices a provider's test-mode secret in a production request, and the reverse: both are accepted, and then test data
//! shows up in production, or real data in a test. The mode is read off shapes of which the catalogue knows it
//! (`sk_test_`, `sk_live_`).

use super::note::{Note, Noticed, note};
use super::seen::Seen;
use crate::catalog::{Format, Mode};
use crate::hints::Environment;
use crate::verdict::HintCode;

static TEST: Note = note(
    HintCode::ModeMismatch,
    "The value is a test-mode credential, but the request goes to production. Use the live credential.",
);
static LIVE: Note = note(
    HintCode::ModeMismatch,
    "The value is a live credential, but the request goes to the test environment. Use the test-mode credential.",
);

/// `format` is the known shape that the value has.
pub(super) fn notice(seen: &Seen<'_>, format: &Format) -> Noticed {
    match (format.mode?, seen.subject.environment?) {
        (Mode::Test, Environment::Production) => Some(&TEST),
        (Mode::Live, Environment::Test) => Some(&LIVE),
        (Mode::Test, Environment::Test) | (Mode::Live, Environment::Production) => None,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::Environment::{self, Production, Test};
    use crate::hints::tests::Request;
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
