//! Counts rows, and keeps the lines of the first ones.

use serde::Serialize;

/// How many rows there are, and the lines of the first five.
///
/// ```
/// use auth_object::Checker;
///
/// let mut rows = Checker::default().rows();
/// rows.push(b"{\"slug\":\"slack\",\"auth_object\":{\"bot_token\":\"xoxb-fake\"}}\n");
/// let missing = rows.end().accounts.missing;
/// assert_eq!((missing.rows, missing.lines), (1, vec![1]));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LineCount {
    /// The number of rows.
    pub rows: u64,
    /// The lines of the first rows.
    pub lines: Vec<u64>,
}

impl LineCount {
    /// The number of lines that are kept.
    const FIRST: usize = 5;

    /// Counts a row.
    #[inline(always)]
    pub(super) fn add(&mut self, line: u64) {
        self.rows += 1;
        if self.lines.len() < Self::FIRST {
            self.lines.push(line);
        }
    }
}
