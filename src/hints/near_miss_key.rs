//! Warns about an unknown key that is close to a field of the app: `accessToken`, `apikey`, `shop`.
//!
//! The fix moves the value only if that cannot be wrong: the names differ in case and punctuation only, or the value
//! has a format that only that field takes. Otherwise there is a suggestion without a fix: Slack's `app_id` is not its
//! `client_id`, and a token endpoint is not the app's URL. The fix never overwrites a field. It also makes the edits
//! that the value needs in its new field.

use std::borrow::Cow;

use super::foreign_format::recognise;
use super::support::address;
use super::support::candidate::Candidate;
use super::support::hint_input::HintValue;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::catalog::{AuthType, suggest};
use crate::fixes::Edit;
use crate::request::JsonString;
use crate::resolve::redacted;
use crate::text::is_same_name;
use crate::verdict::{About, Hint, HintCode, HintVariant};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::NearMissKey,
    title: "A key is almost the name of a field",
    what: "The key is not a field of the app, but close to one, such as `accessToken` or `apikey`.",
    why: "The endpoint allows only the exact names and rejects the request.",
    todo: "Rename the key. The fix does it if the names differ only in case and punctuation, or if the value has a format that only that field takes.",
    source: "The fields in `schemas/`.",
    variants: &[(HintVariant::SameName, "The names differ only in case and punctuation.")],
};

/// Checks a key that is not a field.
pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let input = candidate.input;
    let auth_type = input.auth_type?;
    let key = &*candidate.value.key;
    let same = auth_type.fields.iter().map(|field| field.name).find(|name| is_same_name(*name, key));
    let name = same.or_else(|| suggest::field(auth_type, key))?;
    let others = input.values.iter().filter(|value| value.key != *key && is_same_name(&*value.key, name)).count();
    let is_free = others == 0 && !input.has(name);
    let fits = same.is_some() || has_format_of(auth_type, name, candidate.core);
    let (variant, help) = texts(same.is_some(), name);
    Some(Template {
        code: HintCode::NearMissKey,
        variant,
        help: Cow::Owned(help),
        about: About { suggestion: Some(name), ..About::NONE },
        fix: if fits && is_free { Fix::Move(name, edits(candidate, auth_type, name)) } else { Fix::None },
    })
}

/// Returns the hint about a key of a row that probably means `linked_account_id`.
pub(crate) fn account_hint(key: JsonString<'_>) -> Hint {
    const NAME: &str = "linked_account_id";
    let is_same = is_same_name(NAME, &*key.decode());
    let (variant, help) = texts(is_same, NAME);
    Hint {
        code: HintCode::NearMissKey,
        variant,
        path: vec![redacted(key)],
        help: Cow::Owned(help),
        about: About { suggestion: Some(NAME), ..About::NONE },
        fix: Vec::new(),
    }
}

/// Returns the variant and the help text about a key, given the name that was probably meant.
fn texts(is_same: bool, name: &str) -> (Option<HintVariant>, String) {
    if is_same {
        (Some(HintVariant::SameName), format!("The field is called {name}. Rename this key."))
    } else {
        (None, format!("There is no such field. Did you mean {name}?"))
    }
}

/// Returns the edits that the value needs in that field.
fn edits(candidate: &Candidate<'_>, auth_type: &AuthType, name: &'static str) -> Vec<Edit> {
    let field = auth_type.position(name).and_then(|index| auth_type.fields.get(index).copied());
    let value = HintValue { key: Cow::Borrowed(name), field, text: Cow::Borrowed(&candidate.value.text) };
    let moved = Candidate::new(candidate.input, &value, candidate.bare, candidate.classes);
    let mut edits = moved.slips();
    if let Some(Template { fix: Fix::Edits(more), .. }) = address::check(&moved) {
        edits.extend(more);
    }
    edits
}

/// Returns `true` if a value has a distinctive format that only this field of the auth type takes.
fn has_format_of(auth_type: &AuthType, name: &str, value: &str) -> bool {
    let Some((index, _)) = recognise(value.as_bytes()) else { return false };
    let mut takers = auth_type.fields.iter().filter(|field| field.formats.iter().any(|one| usize::from(*one) == index));
    takers.next().is_some_and(|field| field.name == name) && takers.next().is_none()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::unwrap_used)] // clippy sees no test behind `all(test, …)`
mod tests {
    use crate::fixes::Edit;
    use crate::hints::support::tests::Request;
    use crate::verdict::HintCode::NearMissKey;
    use crate::verdict::Operation;

    fn noticed(app: &str, values: &[(&str, &str)]) -> Option<Vec<Operation>> {
        let hints = Request::of(app, values).hints();
        hints.into_iter().find(|hint| hint.code == NearMissKey).map(|hint| hint.fix)
    }

    #[test]
    fn a_close_key_is_noticed_and_moved() {
        let moved = |from: &str, path: &str| Some(vec![Operation::Move { from: from.into(), path: path.into() }]);
        assert_eq!(
            noticed("gmail", &[("accessToken", "fake-1")]),
            moved("/auth_object/accessToken", "/auth_object/access_token")
        );
        for key in ["api-key", "API Key", "apikey", "ApiKey", "api.key"] {
            assert_eq!(
                noticed("ashby", &[(key, "fake-1")]),
                moved(&["/auth_object/", key].concat(), "/auth_object/api_key")
            );
        }
        assert_eq!(noticed("ashby", &[("api/key", "fake-1")]), moved("/auth_object/api~1key", "/auth_object/api_key"));
        let token = ["pat-na1-00000000-0000-4000-8000-", &"0".repeat(12)].concat();
        assert_eq!(noticed("hubspot", &[("token", &token)]), moved("/auth_object/token", "/auth_object/access_token"));
    }

    #[test]
    fn a_password_is_moved_as_it_is() {
        let cases =
            [("mysql", "Password"), ("mysql", "PASS-WORD"), ("mysql", "p a s s word"), ("kashflow", "Memorable Word")];
        for (app, key) in cases {
            for value in ["\"fake\"", " fake ", "'fake'\n", "fa\u{200b}ke"] {
                let fix = noticed(app, &[(key, value)]).unwrap();
                assert!(matches!(fix.as_slice(), [Operation::Move { .. }]), "{key} {value:?}: {fix:?}");
            }
        }
    }

    #[test]
    fn a_moved_value_gets_the_edits_of_its_new_field() {
        let fix = noticed("shopify", &[("Store Name", " https://acme.myshopify.com/admin")]).unwrap();
        let edits: Vec<_> = fix
            .iter()
            .filter_map(|operation| match operation {
                Operation::Replace { edit, .. } => Some(*edit),
                _ => None,
            })
            .collect();
        assert_eq!(edits, [Edit::Trim, Edit::ToSubdomain]);
        assert!(matches!(fix.last(), Some(Operation::Move { .. })));
    }

    #[test]
    fn likeness_alone_moves_nothing() {
        for (app, key, value) in [
            ("shopify", "shop", "acme"),
            ("hubspot", "token", "fake-1"),
            ("gmail", "acess_token", "fake-1"),
            ("copper", "Email Address", "fake@example.com"),
        ] {
            assert_eq!(noticed(app, &[(key, value)]), Some(Vec::new()), "{key}");
        }
        assert_eq!(noticed("gmail", &[("accessToken", "fake-1"), ("access-token", "fake-2")]), Some(Vec::new()));
    }

    #[test]
    fn what_means_something_else_is_not_suggested() {
        for (app, key) in [("slack", "app_id"), ("jira", "api_token"), ("ms_dynamics_crm", "endpoint")] {
            assert_eq!(noticed(app, &[("access_token", "fake-1"), (key, "fake-2")]), None, "{key}");
        }
    }

    #[test]
    fn what_is_there_is_not_overwritten() {
        assert_eq!(noticed("gmail", &[("access_token", "fake-1"), ("accessToken", "fake-2")]), Some(Vec::new()));
    }

    #[test]
    fn other_keys_are_silent() {
        assert_eq!(noticed("gmail", &[("access_token", "fake-1"), ("colour_of_the_sky", "fake")]), None);
    }
}
