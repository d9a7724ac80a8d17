//! The tests of the case files, as wasm.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::{row_cases, support};

#[wasm_bindgen_test]
fn every_case_gives_its_verdict() {
    let (differences, count) = support::run_all();
    assert!(differences.is_empty(), "{} differences in {count} cases:\n{}", differences.len(), differences.join("\n"));
}

#[wasm_bindgen_test]
fn every_file_gives_its_report() {
    assert!(row_cases::run_all() > 0);
}
