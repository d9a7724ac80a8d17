//! Notices a key that the app does not have but that is close to one that it has: `accessToken`, `apikey`, `shop`.
//! The fix moves the value there, unless something is there already.

use std::borrow::Cow;

use super::note::{Fix, hint};
use super::seen::Seen;
use crate::catalog::suggest;
use crate::verdict::{Hint, HintCode};

/// Call for a key that is no field.
#[inline(never)]
pub(super) fn notice(seen: &Seen<'_>) -> Option<Hint> {
    let subject = seen.subject;
    let name = suggest::field(subject.auth_type?, &seen.value.key)?;
    let mut help = String::from("This app has no field of this name. Did you mean ");
    help.push_str(name);
    help.push('?');
    let fix = if subject.has(name) { Fix::None } else { Fix::Move(name) };
    Some(hint(seen, HintCode::NearMissKey, Cow::Owned(help), &fix))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::tests::Request;
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
        assert_eq!(noticed("ashby", &[("api/key", "fake-1")]), moved("/auth_object/api~1key", "/auth_object/api_key"));
        assert_eq!(noticed("shopify", &[("shop", "acme")]), moved("/auth_object/shop", "/auth_object/store_name"));
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
