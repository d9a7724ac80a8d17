//! Many requests: NDJSON in, a report out. One row: `{ "slug", "linked_account_id"?, "auth_object" }`.

mod block;
mod checker;
mod counts;
#[cfg(any(test, target_arch = "wasm32"))]
pub(crate) mod handed;
mod known;
mod masks;
mod report;
mod skeleton;

pub use checker::Checker;
pub use report::{Count, Failure, Refusal, Report};

use crate::context::Context;

/// Checks NDJSON that is there as a whole.
pub fn check_ndjson(bytes: &[u8], context: &Context<'_>) -> Report {
    let mut checker = Checker::default();
    checker.push(bytes, context);
    checker.end(context)
}
