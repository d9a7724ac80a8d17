//! The case files, as wasm in Node (`npm run e2e -- wasm`).
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "support/row_cases.rs"]
mod row_cases;
mod support;
#[path = "support/wasm.rs"]
mod wasm;
