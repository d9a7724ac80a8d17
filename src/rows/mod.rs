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
mod checked_row;
mod counts;
mod exports;
mod file_format;
mod file_reader;
mod formats;
mod hint_counts;
mod lines;
mod mapping;
mod note;
mod options;
mod push_string;
mod report;
mod row_check;
mod row_checker;
mod row_code;
mod row_fault;
mod row_state;
mod secret_bytes;
mod unreadable_row;

pub use accounts::{AccountCounts, Accounts};
pub use checked_row::{CheckedRow, Mapped, Rejection, Repaired, RowIssue, RowOutcome};
pub use exports::Export;
pub use file_format::FileFormat;
pub use hint_counts::{HintCause, HintCount};
pub use lines::LineCount;
pub use mapping::{Mapping, MappingError};
pub use note::Note;
pub use options::{List, RowOptions};
pub use report::{ColumnMatch, ReadColumn, Report, RowCounts};
pub use row_check::Editor;
pub use row_checker::RowChecker;
pub use row_code::RowCode;
pub use row_fault::{RowFault, Unreadable};
pub use unreadable_row::{UNREADABLE_ROWS, UnreadableRow};
