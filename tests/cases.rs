//! The case files, natively; as wasm in Node and in browsers they run from `cases_node.rs` and `cases_browser.rs`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod support;

#[test]
fn every_case_gives_its_verdict() {
    let (differences, count) = support::run_all();
    assert!(differences.is_empty(), "{} differences in {count} cases:\n{}", differences.len(), differences.join("\n"));
    println!("{count} cases");
}
