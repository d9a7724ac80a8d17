//! Many requests: NDJSON in, a report out. One row: `{ "slug", "linked_account_id"?, "auth_object" }`.

mod cache;
mod checker;
mod counts;
mod report;

pub use checker::RowChecker;
pub use report::{Count, Failure, Refusal, Report};
