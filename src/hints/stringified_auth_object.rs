//! Notices an auth_object, or the object of an auth type, that came as JSON text inside a string: it was stringified
//! twice. The endpoint wants the object itself.

use std::borrow::Cow;

use super::note::{Note, Noticed, fixable};
use super::seen::Seen;
use crate::edit::json_object;
use crate::verdict::{Edit, Hint, HintCode, Operation};

static NOTE: Note = fixable(
    HintCode::StringifiedAuthObject,
    "The object was turned into JSON text twice, so a string stands here. Send the object itself: stringify the request body only once.",
    Edit::ParseJson,
);

/// The hint at an auth_object that is such a text.
pub fn hint() -> Hint {
    Hint {
        code: NOTE.code,
        path: vec![Cow::Borrowed("auth_object")],
        help: Cow::Borrowed(NOTE.help),
        fix: vec![Operation::Replace { path: String::from("/auth_object"), edit: Edit::ParseJson }],
    }
}

/// The hint at the value of a key that is an auth type of the app: `{"oauth2":"{…}"}`.
#[inline(never)]
pub(super) fn notice(seen: &Seen<'_>) -> Noticed {
    let value = seen.value;
    let is_auth_type =
        |name: &str| seen.subject.app.is_some_and(|app| app.auth_types.iter().any(|auth| auth.name == name));
    if value.field.is_some() || seen.subject.root.len() != 1 || !is_auth_type(&value.key) {
        return None;
    }
    json_object(&value.text)?;
    Some(&NOTE)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::tests::Request;
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
