//! Checks files of requests: NDJSON, one row `{ "slug", "linked_account_id"?, "auth_object" }` a line.
//!
//! ```
//! use auth_object::Checker;
//!
//! let mut rows = Checker::default().rows();
//! for row in rows.push(b"{\"slug\":\"slak\",\"auth_object\":{}}\n") {
//!     println!("line {}: {}", row.line, row.rejection.message);
//! }
//! assert_eq!(rows.end().rejected, 1);
//! ```

mod cache;
mod checker;
mod code;
mod counts;
mod fault;
mod format;
mod formats;
mod limits;
mod report;

pub use checker::RowChecker;
pub use code::RowCode;
pub use fault::{RowFault, Unreadable};
pub use format::Format;
pub use limits::Limits;
pub use report::{RejectedRow, Rejection, Report, RowCounts};
