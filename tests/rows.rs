//! The files of rows in `pkg-tests/row-cases`, natively; as wasm they run from `cases_node.rs` and `cases_browser.rs`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "support/row_cases.rs"]
mod row_cases;

#[test]
fn every_file_gives_its_report() {
    assert!(row_cases::run_all() > 0);
}
