//! Notices a value that has none of its field's known shapes, where the field is not known to take others: a key that
//! was copied in part, or from another place. Never more than a hint: providers change their formats (`schemas/` names
//! the source of each).

use std::borrow::Cow;

use super::note::{Fix, hint};
use super::seen::Seen;
use crate::verdict::{Hint, HintCode};

/// Call where no known shape fits.
#[inline(never)]
pub(super) fn notice(seen: &Seen<'_>) -> Option<Hint> {
    if seen.field()?.formats.is_empty() || !seen.formats().all(|format| format.exclusive) {
        return None;
    }
    let mut help = String::from("The value does not look like what this field usually holds: ");
    let mut last = "";
    for format in seen.formats() {
        if format.means == last {
            continue;
        }
        if !last.is_empty() {
            help.push_str("; ");
        }
        help.push_str(format.means);
        last = format.means;
    }
    help.push_str(". Check that it was copied whole and from the right place.");
    Some(hint(seen, HintCode::UnknownFormat, Cow::Owned(help), &Fix::None))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::tests::{assert_noticed, noticed, silent};
    use crate::verdict::HintCode::UnknownFormat;

    #[test]
    fn another_shape_is_noticed_and_the_known_one_named() {
        let hint = noticed(UnknownFormat, "stripe", "api_key", "fake-1").unwrap();
        assert!(hint.help.contains("Stripe secret key") && hint.help.contains("Stripe restricted key"));
        assert!(hint.fix.is_empty());
        assert_noticed(UnknownFormat, "twilio", "sid", "AC0000");
        assert_noticed(UnknownFormat, "amazons3", "region", "Frankfurt");
    }

    #[test]
    fn good_values_are_silent() {
        silent(
            UnknownFormat,
            "stripe",
            "api_key",
            &["sk_test_aaaaaaaaaaaa", " sk_test_aaaaaaaaaaaa", "\"Bearer sk_live_aaaaaaaaaaaa\""],
        );
        silent(UnknownFormat, "shopify", "access_token", &["fake-1"]); // OAuth tokens have other shapes
        silent(UnknownFormat, "ashby", "api_key", &["fake-1"]);
        silent(UnknownFormat, "amazons3", "region", &["eu-central-1"]);
    }
}
