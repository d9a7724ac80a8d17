//! Checks a file of rows in chunks.

use std::fmt;

use super::file_reader::FileReader;
use super::row_check::{Editor, RowCheck};
use super::row_state::RowState;
use super::{CheckedRow, FileFormat, Mapping, Report, RowOptions};
use crate::checker::Checker;
use crate::context::Context;

/// Checks a file of rows in chunks of any size. [`Checker::rows`] makes it. It stores counts, never a row.
///
/// ```
/// use auth_object::Checker;
///
/// let mut rows = Checker::default().rows();
/// for chunk in ["{\"slug\":\"slack\",\"auth_ob", "ject\":{\"access_token\":7}}\n"] {
///     for row in rows.push(chunk.as_bytes()) {
///         println!("line {}: {}", row.line, row.rejection().unwrap().issues[0].help());
///     }
/// }
/// assert_eq!(rows.end().rejected, 1);
/// ```
pub struct RowChecker {
    checker: Checker,
    state: RowState,
    reader: FileReader,
    has_more: bool,
}

impl Checker {
    /// Returns a checker for the rows of a file.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let mut rows = Checker::default().rows();
    /// rows.push(b"slug,access_token\nslack,fake-token\n");
    /// assert_eq!(rows.end().accepted, 1);
    /// ```
    pub fn rows(&self) -> RowChecker {
        self.rows_with(RowOptions::default())
    }

    /// Returns a checker for the rows of a file, with options.
    ///
    /// ```
    /// use auth_object::{Checker, rows::{FileFormat, RowOptions}};
    ///
    /// let mut options = RowOptions::default();
    /// options.format = Some(FileFormat::Ndjson);
    /// let mut rows = Checker::default().rows_with(options);
    /// assert_eq!(rows.push(b"not JSON\n").len(), 1);
    /// ```
    pub fn rows_with(&self, options: RowOptions) -> RowChecker {
        RowChecker {
            checker: self.clone(),
            state: RowState::new(options),
            reader: FileReader::new(options),
            has_more: false,
        }
    }
}

impl RowChecker {
    /// The number of listed rows after which [`RowChecker::push_batch`] stops. It also stops after four times as many
    /// issues and hints.
    pub const BATCH: usize = 4096;

    /// Reads a file whose columns or keys have other names. Call it before the first chunk.
    ///
    /// ```
    /// use auth_object::{Catalog, Checker, rows::Mapping};
    ///
    /// let mapping = Mapping::new([("provider", "slug"), ("token", "access_token")], [], &Catalog::default())?;
    /// let mut rows = Checker::default().rows().with_mapping(mapping);
    /// rows.push(b"provider,token\nslack,fake-token\n");
    /// assert_eq!(rows.end().accepted, 1);
    /// # Ok::<(), auth_object::rows::MappingError>(())
    /// ```
    #[must_use]
    pub fn with_mapping(mut self, mapping: Mapping) -> Self {
        self.state.found = vec![0; mapping.sources().len()];
        self.state.mapping = Some(mapping.clone());
        self.reader.mapping = Some(mapping);
        self
    }

    /// Reads a chunk, which may end inside a row. Returns the listed rows that end in it.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let mut rows = Checker::default().rows();
    /// assert!(rows.push(b"{\"slug\":\"slack\",\"auth_ob").is_empty());
    /// assert_eq!(rows.push(b"ject\":{}}\n")[0].line, 1);
    /// ```
    pub fn push(&mut self, chunk: &[u8]) -> Vec<CheckedRow> {
        let checker = self.checker.clone();
        self.push_with(chunk, &checker.context(), None)
    }

    /// Reads a chunk, as [`RowChecker::push`] does, with another context and an editor. The context's `linked_accounts`,
    /// `custom_apps`, `shape`, `trust`, `hints`, `now` and `limits` are used. The catalogue stays that of the checker, and the
    /// limits of the length and the cells of a row are those of the first chunk.
    ///
    /// The editor repairs rows before they are counted, and repaired rows are always listed. It is called with the
    /// request of each row that has a hint with a fix, as JSON, and returns the repaired request. The row counts as
    /// repaired if the endpoint would accept the repaired request, and the format of the file can represent it.
    ///
    /// ```
    /// use auth_object::{Checker, Shape};
    ///
    /// let checker = Checker::default();
    /// let mut context = checker.context();
    /// context.shape = Some(Shape::Flat);
    /// let mut rows = checker.rows();
    /// let row = b"{\"slug\":\"slack\",\"auth_object\":{\"oauth2\":{\"access_token\":\"fake-token\"}}}\n";
    /// assert_eq!(rows.push_with(row, &context, None).len(), 1);
    /// ```
    pub fn push_with(
        &mut self,
        chunk: &[u8],
        context: &Context<'_>,
        editor: Option<&mut Editor<'_>>,
    ) -> Vec<CheckedRow> {
        self.push_up_to(usize::MAX, chunk, context, editor)
    }

    /// Reads a chunk, as [`RowChecker::push_with`] does, but stops when it has [`RowChecker::BATCH`] rows to return. Then
    /// [`RowChecker::has_more`] is `true`: call it with an empty chunk before the next one. So a chunk that makes millions
    /// of rows known takes no more memory than others: a quote that nothing closes may be found 16 MiB later.
    ///
    /// ```
    /// use auth_object::{Checker, rows::RowChecker};
    ///
    /// let checker = Checker::default();
    /// let mut rows = checker.rows();
    /// let chunk = format!("{{}}\n{}", "1\n".repeat(RowChecker::BATCH));
    /// assert_eq!(rows.push_batch(chunk.as_bytes(), &checker.context(), None).len(), RowChecker::BATCH);
    /// assert!(rows.has_more());
    /// assert_eq!(rows.push_batch(b"", &checker.context(), None).len(), 1);
    /// assert!(!rows.has_more());
    /// ```
    pub fn push_batch(
        &mut self,
        chunk: &[u8],
        context: &Context<'_>,
        editor: Option<&mut Editor<'_>>,
    ) -> Vec<CheckedRow> {
        self.push_up_to(Self::BATCH, chunk, context, editor)
    }

    /// Reads the last row, but stops as [`RowChecker::push_batch`] does. Call it again as long as [`RowChecker::has_more`] is
    /// `true`, and then [`RowChecker::end_with`]. No chunk may follow.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let checker = Checker::default();
    /// let mut rows = checker.rows();
    /// rows.push(b"{\"slug\":\"slack\",\"auth_object\":{}}");
    /// assert_eq!(rows.end_batch(&checker.context(), None).len(), 1);
    /// assert!(rows.end().rows.is_empty());
    /// ```
    pub fn end_batch(&mut self, context: &Context<'_>, editor: Option<&mut Editor<'_>>) -> Vec<CheckedRow> {
        self.end_up_to(Self::BATCH, context, editor)
    }

    /// Returns `true` if the last call has returned a full batch, so that its chunk may have more rows.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let mut rows = Checker::default().rows();
    /// rows.push(b"not JSON\n");
    /// assert!(!rows.has_more());
    /// ```
    pub fn has_more(&self) -> bool {
        self.has_more
    }

    fn push_up_to(
        &mut self,
        most_rows: usize,
        chunk: &[u8],
        context: &Context<'_>,
        editor: Option<&mut Editor<'_>>,
    ) -> Vec<CheckedRow> {
        let checker = self.checker.clone();
        let context = of_rows(&checker, context);
        self.state.most_rows = most_rows;
        self.reader.push(chunk, &mut RowCheck::new(&mut self.state, &context, editor));
        self.take_rows()
    }

    fn end_up_to(
        &mut self,
        most_rows: usize,
        context: &Context<'_>,
        editor: Option<&mut Editor<'_>>,
    ) -> Vec<CheckedRow> {
        let checker = self.checker.clone();
        let context = of_rows(&checker, context);
        self.state.most_rows = most_rows;
        self.reader.end(&mut RowCheck::new(&mut self.state, &context, editor));
        self.take_rows()
    }

    fn take_rows(&mut self) -> Vec<CheckedRow> {
        self.has_more = self.state.is_full();
        self.state.take_rows()
    }

    /// Reads the last row, which may have no line end, and returns the report. If that row is listed, it is in the report.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let mut rows = Checker::default().rows();
    /// rows.push(b"{\"slug\":\"slack\",\"auth_object\":{}}");
    /// assert_eq!(rows.end().rows[0].line, 1);
    /// ```
    pub fn end(self) -> Report {
        let checker = self.checker.clone();
        self.end_with(&checker.context(), None)
    }

    /// Returns the report, as [`RowChecker::end`] does, with another context and an editor for the last row.
    ///
    /// ```
    /// use auth_object::{Checker, Code, rows::RowCode};
    ///
    /// let checker = Checker::default();
    /// let mut context = checker.context();
    /// context.custom_apps = Some(&|slug| slug == "acme_billing");
    /// let mut rows = checker.rows();
    /// rows.push_with(b"{\"slug\":\"acme_billing\",\"auth_object\":{}}", &context, None);
    /// assert_eq!(rows.end_with(&context, None).count(RowCode::Rule(Code::CustomApp)), 1);
    /// ```
    pub fn end_with(mut self, context: &Context<'_>, editor: Option<&mut Editor<'_>>) -> Report {
        let checker = self.checker.clone();
        let context = of_rows(&checker, context);
        self.state.most_rows = usize::MAX;
        self.reader.end(&mut RowCheck::new(&mut self.state, &context, editor));
        let Self { state, reader, .. } = self;
        with_file(&reader, state.end())
    }

    /// Returns the report of the rows so far, without rows. A row that has not ended is not in it: after an error of the
    /// source, nobody knows what it would have been.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let mut rows = Checker::default().rows();
    /// rows.push(b"not JSON\n{\"slug\":\"sla");
    /// assert_eq!((rows.report().total, rows.report().rejected), (1, 1));
    /// ```
    pub fn report(&self) -> Report {
        with_file(&self.reader, self.state.report())
    }

    /// Returns the format, as soon as it is known.
    ///
    /// ```
    /// use auth_object::{Checker, rows::FileFormat};
    ///
    /// let mut rows = Checker::default().rows();
    /// assert_eq!(rows.format(), None);
    /// rows.push(b"slug,access_token\n");
    /// assert_eq!(rows.format(), Some(FileFormat::Csv));
    /// ```
    pub fn format(&self) -> Option<FileFormat> {
        self.reader.format()
    }

    /// Returns the number of bytes before the first row of CSV: the header, and a byte order mark or a line `sep=`
    /// before it. 0 for other formats, and before the header is read.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let mut rows = Checker::default().rows();
    /// rows.push(b"slug,access_token\nslack,fake-token\n");
    /// assert_eq!(rows.header_bytes(), 18);
    /// ```
    pub fn header_bytes(&self) -> u64 {
        self.reader.header_bytes()
    }

    /// Returns the delimiter of CSV, once its header is read.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let mut rows = Checker::default().rows();
    /// rows.push(b"slug;access_token\nslack;fake-token\n");
    /// assert_eq!(rows.delimiter(), Some(';'));
    /// ```
    pub fn delimiter(&self) -> Option<char> {
        self.reader.delimiter()
    }

    /// Returns the number of rows so far.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let mut rows = Checker::default().rows();
    /// rows.push(b"not JSON\n\n{}\n");
    /// assert_eq!(rows.total(), 2);
    /// ```
    pub fn total(&self) -> u64 {
        self.state.total()
    }

    /// Returns `true` if the file cannot be read, so that more of it need not be pushed.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let mut rows = Checker::default().rows();
    /// rows.push(b"PK\x03\x04 is a zip archive");
    /// assert!(rows.is_unreadable());
    /// ```
    pub fn is_unreadable(&self) -> bool {
        self.state.is_unreadable()
    }
}

/// Adds what the reader knows of the file.
fn with_file(reader: &FileReader, mut report: Report) -> Report {
    report.format = reader.format();
    report.columns = reader.columns().unwrap_or(report.columns);
    report.header_bytes = reader.header_bytes();
    report.delimiter = reader.delimiter();
    report.lines = report.lines.max(reader.lines());
    report
}

/// Returns what rows use of a context.
fn of_rows<'c>(checker: &'c Checker, context: &Context<'c>) -> Context<'c> {
    Context { catalog: checker.catalog(), environment: None, verification: None, ..*context }
}

impl fmt::Debug for RowChecker {
    /// Prints the format only, because a row that is not complete yet contains secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("RowChecker").field("format", &self.format()).finish_non_exhaustive()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
