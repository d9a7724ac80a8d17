//! Notices a whole request in the place of its auth_object: `{"auth_object":{"slug":"…","auth_object":{…}}}`. A client
//! that builds the envelope itself was handed one. The fix lifts the inner auth_object, and the inner slug, out.

use std::borrow::Cow;

use crate::verdict::{Hint, HintCode, Operation};

const HELP: &str = "auth_object holds a whole request with an auth_object of its own. Send only the inner one.";

/// The hint; `with_slug` says whether the inner request has a `slug`.
pub fn hint(with_slug: bool) -> Hint {
    let mut fix = Vec::new();
    if with_slug {
        fix.push(lift("/auth_object/slug", "/slug"));
    }
    fix.push(lift("/auth_object/auth_object", "/auth_object"));
    Hint { code: HintCode::NestedRequest, path: vec![Cow::Borrowed("auth_object")], help: Cow::Borrowed(HELP), fix }
}

#[inline(never)]
fn lift(from: &str, path: &str) -> Operation {
    Operation::Move { from: String::from(from), path: String::from(path) }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::verdict::Operation;

    #[test]
    fn the_slug_goes_first_because_the_second_move_replaces_what_held_it() {
        let from = |hint: crate::verdict::Hint| {
            hint.fix
                .into_iter()
                .map(|operation| match operation {
                    Operation::Move { from, .. } => from,
                    other => panic!("{other:?}"),
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(from(super::hint(true)), ["/auth_object/slug", "/auth_object/auth_object"]);
        assert_eq!(from(super::hint(false)), ["/auth_object/auth_object"]);
    }
}
