//! Warns about a whole request inside auth_object. The fix moves the inner members out, unless something would be
//! lost: a member that has no place outside, or another value that is there already.

use std::borrow::Cow;

use super::support::hint_kind::HintKind;
use crate::request::{JsonString, Members, Value};
use crate::verdict::{About, Hint, HintCode, Operation};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::NestedRequest,
    title: "auth_object contains a whole request",
    what: "`auth_object` contains an object with the key `auth_object`: `{\"auth_object\":{\"slug\":\"…\",\"auth_object\":{…}}}`.",
    why: "The endpoint reads `slug` and `auth_object` as fields of the app and rejects them. It happens if a client that builds the request is given a whole request.",
    todo: "Send only the inner `auth_object`. The fix moves the inner values out, unless one would be lost.",
    source: "The examples of both documents of the endpoint: `auth_object` contains credentials only.",
    variants: &[],
};

/// Returns the hint if auth_object contains an object named auth_object. The slug outside the body counts if the body
/// has none.
pub fn check(members: &Members<'_>, slug_beside: Option<&str>) -> Option<Hint> {
    let entries = members.auth_object.entries.as_slice();
    let inner = |name: &str| entries.iter().find(|entry| entry.key.is(name)).map_or(Value::Absent, |entry| entry.value);
    if !inner("auth_object").is_object() {
        return None;
    }
    let mut fix = Vec::new();
    let mut is_sure =
        entries.iter().all(|entry| ["auth_object", "slug", "linked_account_id"].iter().any(|name| entry.key.is(name)));
    let slug = match (members.slug, slug_beside.map(JsonString::unescaped)) {
        (Value::Absent, Some(slug)) if !slug.is_blank() => Value::String(slug),
        (slug, _) => slug,
    };
    match (slug, inner("slug")) {
        (_, Value::Absent) => {}
        (Value::Absent, _) => fix.push(lift("slug")),
        (Value::String(outer), Value::String(inner)) if outer.same(inner) => {}
        _ => is_sure = false,
    }
    // The body may have another linked account, which is not read here: whoever applies the fix stops then.
    if !matches!(inner("linked_account_id"), Value::Absent) {
        fix.push(lift("linked_account_id"));
    }
    fix.push(lift("auth_object"));
    Some(Hint {
        code: HintCode::NestedRequest,
        variant: None,
        path: vec![Cow::Borrowed("auth_object")],
        help: Cow::Borrowed("auth_object contains a whole request. Send only the inner auth_object."),
        about: About::NONE,
        fix: if is_sure { fix } else { Vec::new() },
    })
}

fn lift(name: &str) -> Operation {
    Operation::Move { from: format!("/auth_object/{name}"), path: format!("/{name}") }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::unwrap_used, clippy::panic)] // clippy sees no test behind `all(test, …)`
mod tests {
    use crate::verdict::{HintCode, Operation};
    use crate::{Checker, Request};

    /// What the fix moves out; `None` without the hint.
    fn moved(body: &str) -> Option<Vec<String>> {
        moved_beside(None, body)
    }

    fn moved_beside(slug: Option<&str>, body: &str) -> Option<Vec<String>> {
        let request = Request::new(body.as_bytes()).api_key("tk").linked_account_id("a");
        let request = slug.map_or(request, |slug| request.slug(slug));
        let hints = Checker::default().check(&request).hints;
        let hint = hints.into_iter().find(|hint| hint.code == HintCode::NestedRequest)?;
        let from = |operation| match operation {
            Operation::Move { from, .. } => from,
            other => panic!("{other:?}"),
        };
        Some(hint.fix.into_iter().map(from).collect())
    }

    #[test]
    fn the_auth_object_goes_last_because_it_replaces_what_held_the_others() {
        let all = Some(vec!["/auth_object/slug".into(), "/auth_object/auth_object".into()]);
        assert_eq!(moved(r#"{"auth_object":{"slug":"gmail","auth_object":{}}}"#), all);
        let one = Some(vec!["/auth_object/auth_object".into()]);
        assert_eq!(moved(r#"{"slug":"gmail","auth_object":{"slug":"gmail","auth_object":{}}}"#), one);
        let account = Some(vec!["/auth_object/linked_account_id".into(), "/auth_object/auth_object".into()]);
        assert_eq!(moved(r#"{"slug":"gmail","auth_object":{"linked_account_id":"a","auth_object":{}}}"#), account);
    }

    #[test]
    fn nothing_is_lost() {
        let none = Some(Vec::new());
        assert_eq!(moved(r#"{"slug":"slack","auth_object":{"slug":"gmail","auth_object":{}}}"#), none);
        assert_eq!(moved(r#"{"slug":"slack","auth_object":{"access_token":"fake","auth_object":{}}}"#), none);
    }

    #[test]
    fn a_slug_beside_the_body_is_not_overruled() {
        let body = r#"{"auth_object":{"slug":"slack","auth_object":{"access_token":"fake"}}}"#;
        assert_eq!(moved_beside(Some("gmail"), body), Some(Vec::new()));
        assert_eq!(moved_beside(Some("slack"), body), Some(vec!["/auth_object/auth_object".into()]));
        let all = Some(vec!["/auth_object/slug".into(), "/auth_object/auth_object".into()]);
        assert_eq!(moved_beside(Some(" "), body), all);
    }

    #[test]
    fn other_objects_are_silent() {
        assert_eq!(moved(r#"{"slug":"gmail","auth_object":{"oauth2":{"access_token":"fake"}}}"#), None);
        assert_eq!(moved(r#"{"slug":"gmail","auth_object":{"auth_object":"fake"}}"#), None);
    }
}
