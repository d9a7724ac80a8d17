//! Warns about a value that matches none of the field's known formats, if the field takes no others. This stays a
//! hint, because providers change their formats.

use std::borrow::Cow;

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::verdict::{About, HintCode};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::UnknownFormat,
    title: "A value does not have the expected format",
    what: "The value has none of the formats that the field takes.",
    why: "Usually it was copied only in part, or from the wrong place. This is a hint and not an issue, because providers change their formats.",
    todo: "Check that you copied the whole value from the right place.",
    source: "The formats in `schemas/`, each with the vendor's page.",
    variants: &[],
};

/// Checks a value that matches no known format of its field.
pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let mut means: Vec<&'static str> = Vec::new();
    for format in candidate.formats() {
        if !format.exclusive {
            return None;
        }
        if means.last() != Some(&format.means) {
            means.push(format.means);
        }
    }
    if means.is_empty() {
        return None;
    }
    let help = format!(
        "This does not look right. Expected: {}. Check that you copied the whole value from the right place.",
        means.join("; ")
    );
    let about = About { means, ..About::NONE };
    Some(Template { code: HintCode::UnknownFormat, variant: None, help: Cow::Owned(help), about, fix: Fix::Slips })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{assert_noticed, noticed, silent};
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
