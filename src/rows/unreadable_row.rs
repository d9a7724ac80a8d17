//! The codes of rows that cannot be read, described.

use super::RowCode;

/// The description of a code that only a row has, because it cannot be read.
///
/// ```
/// use auth_object::rows::UNREADABLE_ROWS;
///
/// for kind in &UNREADABLE_ROWS {
///     println!("{}: {}", kind.code, kind.title);
/// }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct UnreadableRow {
    /// The code.
    pub code: RowCode,
    /// What is wrong, in a few words.
    pub title: &'static str,
    /// What is wrong.
    pub what: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to do.
    pub todo: &'static str,
    /// The documents that forbid it.
    pub source: &'static str,
}

/// Every code that only a row has.
///
/// ```
/// use auth_object::rows::UNREADABLE_ROWS;
///
/// assert_eq!(UNREADABLE_ROWS[0].code.to_string(), "invalid_csv");
/// ```
pub static UNREADABLE_ROWS: [UnreadableRow; 2] = [
    UnreadableRow {
        code: RowCode::InvalidCsv,
        title: "The row of CSV cannot be read",
        what: "A quote is not closed, the row has more cells than the header has columns, it is not valid UTF-8, or its cell `auth_object` is not valid JSON.",
        why: "Nobody can know which value belongs to which field, so the row is not checked. The rows after it are.",
        todo: "Correct the line that the report names. Let a library or a spreadsheet write the file instead of joining strings.",
        source: "RFC 4180.",
    },
    UnreadableRow {
        code: RowCode::TooLarge,
        title: "The row is too large to be checked",
        what: "The row is longer than 16 MiB, or exceeds another limit: of nesting, keys or cells.",
        why: "The limits keep the memory small. Usually a quote or a bracket is missing, so that the rest of the file is one row.",
        todo: "Look for a missing quote or bracket at the line that the report names, or raise the limit with the option `limits`, or `--limit` of the command line.",
        source: "The limits are our own; the endpoint's are not documented.",
    },
];
