//! Helpers for the tests of the hints, and tests of all hints together.
#![allow(clippy::unwrap_used, clippy::panic)] // clippy sees no test behind `all(test, …)`

use proptest::prelude::*;

use super::hint_input::{HintInput, HintValue};
use crate::catalog;
use crate::hints::collect;
use crate::request::Environment;
use crate::verdict::{Hint, HintCode, Operation};

/// The time of the tests: 2023-11-14.
pub const NOW: u64 = 1_700_000_000;

/// The values of one app.
#[derive(Clone)]
pub struct Request<'a> {
    pub app: &'a str,
    pub values: Vec<(&'a str, &'a str)>,
    pub environment: Option<Environment>,
    pub now: u64,
}

impl<'a> Request<'a> {
    pub fn of(app: &'a str, values: &[(&'a str, &'a str)]) -> Self {
        Self { app, values: values.to_vec(), environment: None, now: NOW }
    }

    /// Returns the hints. The auth type is the first one that has one of the keys, or the first of all.
    pub fn hints(&self) -> Vec<Hint> {
        let app = catalog::Catalog::default().find(self.app).unwrap();
        let auth_type = app
            .auth_types
            .iter()
            .find(|auth_type| self.values.iter().any(|(key, _)| auth_type.position(key).is_some()))
            .or(app.auth_types.first())
            .unwrap();
        let values: Vec<HintValue<'_>> = self
            .values
            .iter()
            .map(|(key, text)| HintValue {
                key: (*key).into(),
                field: auth_type.fields.iter().copied().find(|field| field.name == *key),
                text: (*text).into(),
            })
            .collect();
        let mut hints = Vec::new();
        collect(
            &HintInput {
                app: Some(app),
                auth_type: Some(auth_type),
                root: vec!["auth_object".into()],
                values: &values,
                environment: self.environment,
                now: self.now,
            },
            &mut hints,
        );
        hints
    }
}

/// Returns the hint with that code about a value.
pub fn noticed(code: HintCode, app: &str, key: &str, value: &str) -> Option<Hint> {
    Request::of(app, &[(key, value)]).hints().into_iter().find(|hint| hint.code == code)
}

pub fn assert_noticed(code: HintCode, app: &str, key: &str, value: &str) {
    let hint = noticed(code, app, key, value).unwrap_or_else(|| panic!("{code:?} at {app} {key}: {value:?}"));
    assert_eq!(hint.path, ["auth_object", key]);
}

/// Asserts that the fix of the hint gives the expected value, which does not have the hint.
pub fn assert_fixed(code: HintCode, app: &str, key: &str, value: &str, expected: &str) {
    let hint = noticed(code, app, key, value).unwrap_or_else(|| panic!("{code:?} at {app} {key}: {value:?}"));
    let fixed = repaired(&hint, value);
    assert_eq!(fixed.as_deref(), Some(expected), "{value:?}");
    assert_eq!(noticed(code, app, key, expected), None);
}

/// Returns the value after all edits of the fix, or `None` if nothing changes.
pub fn repaired(hint: &Hint, value: &str) -> Option<String> {
    let mut text = value.to_owned();
    for operation in &hint.fix {
        if let Operation::Replace { edit: kind, .. } = operation {
            text = kind.apply(&text).unwrap_or(text);
        }
    }
    (text != value).then_some(text)
}

pub fn silent(code: HintCode, app: &str, key: &str, values: &[&str]) {
    for value in values {
        assert_eq!(noticed(code, app, key, value), None, "{value:?}");
    }
}

/// A valid value with one slip around it has one hint.
#[test]
fn a_slip_raises_one_hint() {
    let token = ["shpat_", &"a".repeat(32)].concat();
    for (value, code) in [
        ([" ", &token].concat(), HintCode::OuterWhitespace),
        (["\"", &token, "\""].concat(), HintCode::Quoted),
        (["Bearer ", &token].concat(), HintCode::AuthPrefix),
        (["\u{feff}", &token].concat(), HintCode::InvisibleCharacters),
    ] {
        let hints = Request::of("shopify", &[("store_name", "acme"), ("access_token", &value)]).hints();
        assert_eq!(hints.iter().map(|hint| hint.code).collect::<Vec<_>>(), [code]);
    }
}

#[test]
fn hints_stand_in_schema_order_whatever_the_order_of_the_keys() {
    let values = [("zebra", " fake "), ("client_id", " fake"), ("access_token", "\"fake\" "), ("accessToken", "fake ")];
    let mut reversed = values;
    reversed.reverse();
    let hints = Request::of("gmail", &values).hints();
    assert_eq!(hints, Request::of("gmail", &reversed).hints());
    let places: Vec<_> = hints.iter().map(|hint| hint.path[1].as_ref()).collect();
    assert!(places.is_sorted_by_key(|place| match *place {
        "access_token" => 0,
        "client_id" => 1,
        "accessToken" => 2,
        _ => 3,
    }));
}

#[test]
fn a_key_that_is_hidden_has_no_fix() {
    let key = "sk_test_aaaaaaaaaaaaaaaa";
    let hints = Request::of("ashby", &[(key, " fake-1 ")]).hints();
    assert!(!hints.is_empty());
    assert!(hints.iter().all(|hint| hint.fix.is_empty() && hint.path == ["auth_object", "[hidden]"]));
}

/// Values as users paste them: pieces of slips and random characters.
pub fn pasted() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(" "),
        Just("\n"),
        Just("\""),
        Just("'"),
        Just("\u{200b}"),
        Just("Bearer "),
        Just("token "),
        Just("Basic "),
        Just("https://"),
        Just(".myshopify.com"),
        Just("/"),
        Just("****"),
        Just("\u{201c}"),
        Just("\u{201d}"),
        Just("{"),
        Just("}"),
        Just("xxxx"),
        Just("sk_test_"),
        Just("eyJ"),
        Just("."),
        Just("YOUR_"),
        Just("\t"),
        Just("-----BEGIN"),
    ];
    let characters = "[QJZ0-9]{4,12}".prop_map(String::from);
    prop::collection::vec(prop_oneof![piece.prop_map(String::from), characters], 1..8)
        .prop_map(|pieces| pieces.concat())
}

const PLACES: [(&str, &str); 9] = [
    ("ashby", "api_key"),
    ("gmail", "access_token"),
    ("shopify", "store_name"),
    ("shopify", "storeName"),
    ("odoo", "url"),
    ("mysql", "host"),
    ("mysql", "password"),
    ("netsuite", "private_key"),
    ("stripe", "api_key"),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_fix_leaves_nothing_to_fix_of_its_hint(value in pasted(), place in 0..PLACES.len()) {
        let (app, key) = PLACES[place];
        for hint in Request::of(app, &[(key, &value)]).hints() {
            let is_move = hint.fix.iter().any(|operation| matches!(operation, Operation::Move { .. }));
            if !hint.fix.is_empty() && !is_move {
                let fixed = repaired(&hint, &value);
                prop_assert!(fixed.is_some(), "{:?} would change nothing of {:?}", hint.code, value);
                // A hint about the value itself remains; a hint about a slip does not.
                let left = noticed(hint.code, app, key, &fixed.unwrap_or_default());
                prop_assert!(left.is_none_or(|left| left.fix.is_empty()), "{:?}", value);
            }
        }
    }

    #[test]
    fn all_fixes_together_leave_nothing_to_fix(value in pasted(), place in 0..PLACES.len()) {
        let (app, key) = PLACES[place];
        let mut text = value.clone();
        for hint in Request::of(app, &[(key, &value)]).hints() {
            text = repaired(&hint, &text).unwrap_or(text);
        }
        let left = Request::of(app, &[(key, &text)]).hints();
        prop_assert!(left.iter().all(|hint| repaired(hint, &text).is_none()), "{:?} of {:?}: {:?}", text, value, left);
    }

    #[test]
    fn no_part_of_a_value_is_shown(value in pasted(), secret in "[QJZ0-9]{8,40}", place in 0..PLACES.len()) {
        let (app, key) = PLACES[place];
        let value = [value.as_str(), &secret].concat();
        let mut request = Request::of(app, &[(key, &value), (&secret, &value)]);
        request.environment = Some(Environment::Production);
        for hint in request.hints() {
            let json = serde_json::to_string(&Hint { path: Vec::new(), fix: Vec::new(), ..hint }).unwrap();
            for part in value.as_bytes().windows(4).filter(|part| part.iter().all(|byte| b"QJZ0123456789".contains(byte))) {
                prop_assert!(!json.contains(std::str::from_utf8(part).unwrap()), "{}", json);
            }
        }
    }

    #[test]
    fn any_text_at_all_can_be_looked_at(key in any::<String>(), value in any::<String>()) {
        for (app, _) in PLACES {
            Request::of(app, &[(&key, &value)]).hints();
        }
    }
}
