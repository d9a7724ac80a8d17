//! Every rule, hint and variant has a description.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic)]

use auth_object::rows::UNREADABLE_ROWS;
use auth_object::rules::RULES;
use auth_object::{Code, HINTS, HintCode, HintVariant};

#[test]
fn every_code_is_described_in_its_order() {
    assert_eq!(RULES.map(|rule| rule.code), Code::ALL);
    assert!(RULES.iter().map(|rule| usize::from(rule.number)).eq(1..=RULES.len()));
    assert_eq!(HINTS.map(|kind| kind.code), HintCode::ALL);
}

#[test]
fn every_variant_is_described() {
    for variant in HintVariant::ALL {
        let is_described = |(described, _): &(HintVariant, &str)| *described == variant;
        assert!(HINTS.iter().any(|kind| kind.variants.iter().any(is_described)), "{variant}");
    }
}

#[test]
fn descriptions_are_sentences() {
    let rules = RULES.iter().flat_map(|rule| [rule.why, rule.todo]);
    let hints = HINTS.iter().flat_map(|kind| [kind.what, kind.why, kind.todo, kind.source]);
    let rows = UNREADABLE_ROWS.iter().flat_map(|kind| [kind.what, kind.why, kind.todo, kind.source]);
    let variants = HINTS.iter().flat_map(|kind| kind.variants).map(|(_, when)| *when);
    for text in rules.chain(rows).chain(hints).chain(variants) {
        assert!(text.ends_with('.') && !text.contains("  "), "{text:?}");
    }
    for title in RULES.iter().map(|rule| rule.title).chain(HINTS.iter().map(|kind| kind.title)) {
        assert!(title.len() < 72 && !title.ends_with('.'), "{title:?}");
    }
}
