//! Checks files of requests: NDJSON, JSON and CSV. A row names the app, the linked account and the credentials.
//!
//! ```
//! use auth_object::Checker;
//!
//! let mut rows = Checker::default().rows();
//! for row in rows.push(b"slug,access_token\nslak,fake-token\n") {
//!     println!("line {}: {}", row.line, row.rejection().unwrap().issues[0].help());
//! }
//! let report = rows.end();
//! assert_eq!((report.rejected, report.likely), (1, 1));
//! ```

mod accounts;
mod cache;
mod cacheable;
mod checker;
mod code;
mod counts;
mod fault;
mod format;
mod formats;
mod hint_counts;
mod limits;
mod lines;
mod nesting;
mod options;
mod reader;
mod report;
mod row;
mod row_check;
mod row_state;
mod secret_bytes;

pub use accounts::{AccountCounts, Accounts};
pub use checker::RowChecker;
pub use code::RowCode;
pub use fault::{RowFault, Unreadable};
pub use format::Format;
pub use hint_counts::HintCount;
pub use limits::Limits;
pub use lines::LineCount;
pub use options::{List, RowOptions};
pub use report::{RenamedColumn, Report, RowCounts};
pub use row::{CheckedRow, Rejection, Repaired, RowIssue, RowOutcome};
pub use row_check::Editor;
