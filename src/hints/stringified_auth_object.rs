//! Warns about an auth_object, or an auth type in it, that is a JSON string.

use std::borrow::Cow;

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::fixes::Edit;
use crate::fixes::json_object;
use crate::verdict::{About, Hint, HintCode, Operation};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::StringifiedAuthObject,
    title: "auth_object is a JSON string instead of an object",
    what: "`auth_object`, or an auth type in it, is a string that contains a JSON object.",
    why: "The endpoint expects the object itself. Usually the client stringified the credentials, and then the whole body.",
    todo: "Send the object, and stringify only the body. The fix replaces the string by the object in it.",
    source: "The examples of both documents of the endpoint: `auth_object` is an object.",
    variants: &[],
};

const HELP: &str =
    "This is a JSON string instead of an object. Send the object itself: stringify the request body only once.";

/// Returns the hint about an auth_object that is a JSON string.
pub fn hint() -> Hint {
    Hint {
        code: HintCode::StringifiedAuthObject,
        variant: None,
        path: vec![Cow::Borrowed("auth_object")],
        help: Cow::Borrowed(HELP),
        about: About::NONE,
        fix: vec![Operation::Replace { path: String::from("/auth_object"), edit: Edit::ParseJson }],
    }
}

/// Checks the value of an auth type of the app: `{"oauth2":"{…}"}`.
pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let value = candidate.value;
    let is_auth_type =
        |name: &str| candidate.input.app.is_some_and(|app| app.auth_types.iter().any(|auth| auth.name == name));
    if value.field.is_some() || candidate.input.root.len() != 1 || !is_auth_type(&value.key) {
        return None;
    }
    json_object(&value.text)?;
    Some(Template::new(HintCode::StringifiedAuthObject, HELP).fix(Fix::Edits(vec![Edit::ParseJson])))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::Request;
    use crate::verdict::HintCode::StringifiedAuthObject;

    #[test]
    fn text_in_the_place_of_an_auth_type_is_noticed() {
        let hints = Request::of("gmail", &[("oauth2", "{\"access_token\":\"fake-1\"}")]).hints();
        assert_eq!(hints.iter().map(|hint| hint.code).collect::<Vec<_>>(), [StringifiedAuthObject]);
        assert_eq!(super::hint().path, ["auth_object"]);
    }

    #[test]
    fn other_texts_are_silent() {
        for (app, key, value) in [("gmail", "oauth2", "fake-1"), ("gmail", "other", "{}"), ("ashby", "api_key", "{}")] {
            assert!(Request::of(app, &[(key, value)]).hints().iter().all(|hint| hint.code != StringifiedAuthObject));
        }
    }
}
