//! Requests that are larger than any real one: the number of issues is limited.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use auth_object::{Checker, Code, Request};

#[test]
fn at_most_a_thousand_unknown_keys_are_reported() {
    let keys: Vec<String> = (0..3000).map(|index| format!("\"k{index:04}\":\" \"")).collect();
    let body =
        format!(r#"{{"slug":"copper","auth_object":{{"keybased":{{{},"email":"","api_token":1}}}}}}"#, keys.join(","));
    let checker = Checker::default();
    let verdict = checker.check(&Request::new(body.as_bytes()).api_key("tk-fake").linked_account_id("a"));
    for code in [Code::InvalidValue, Code::KeybasedFields] {
        let reported = verdict.issues().iter().filter(|issue| issue.code == code);
        let last: Vec<&str> = reported.map(|issue| issue.path.last().unwrap().as_ref()).collect();
        let fields: &[&str] = if code == Code::InvalidValue { &["api_token", "email"] } else { &[] };
        assert!(last.starts_with(fields), "{code:?}");
        assert_eq!(last.len(), fields.len() + 1000, "{code:?}");
        assert_eq!((last[fields.len()], last[last.len() - 1]), ("k0000", "k0999"), "{code:?}");
    }
    assert!(verdict.hints.len() <= 1000);
}
