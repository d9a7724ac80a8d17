//! Notices quotes around a value, typewriter or typographic ones. They come along from source code, JSON or a `.env`
//! file and become part of the credential.

use super::note::{Note, Noticed, fixable, note};
use super::seen::Seen;
use crate::verdict::{Edit, HintCode};

static NOTE: Note = fixable(
    HintCode::Quoted,
    "The value is wrapped in quotes, which are sent along as part of it. Remove them.",
    Edit::StripQuotes,
);
static PASSWORD: Note =
    note(HintCode::Quoted, "The value is wrapped in quotes. Remove them unless they belong to the password.");
static EMPTY: Note = note(
    HintCode::Quoted,
    "The value is a pair of quotes with nothing inside. Fill in the credential, without quotes.",
);

#[inline(never)]
pub(super) fn notice(seen: &Seen<'_>) -> Noticed {
    if seen.inner.len() == seen.bare.len() {
        return None;
    }
    Some(if seen.inner.is_empty() {
        &EMPTY
    } else if seen.is_password() {
        &PASSWORD
    } else {
        &NOTE
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::tests::{assert_fixed, noticed, silent};
    use crate::verdict::HintCode::Quoted;

    #[test]
    fn quotes_are_noticed() {
        for value in
            ["\"fake-1\"", "'fake-1'", "`fake-1`", "\u{201c}fake-1\u{201d}", " '\"fake-1\"' ", "\\\"fake-1\\\""]
        {
            assert_fixed(Quoted, "ashby", "api_key", value, "fake-1");
        }
    }

    #[test]
    fn nothing_inside_and_passwords_have_no_fix() {
        for (app, key, value) in [("ashby", "api_key", "\"\""), ("mysql", "password", "\"fake\"")] {
            assert!(noticed(Quoted, app, key, value).is_some_and(|hint| hint.fix.is_empty()));
        }
    }

    #[test]
    fn good_values_are_silent() {
        silent(
            Quoted,
            "ashby",
            "api_key",
            &["fake-1", "fa\"ke", "\"fake", "fake'", "{\"a\":\"b\"}", "\"a\" and \"b\""],
        );
    }
}
