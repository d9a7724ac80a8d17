//! Reads a file in the format that its beginning shows.

use super::formats::{CsvReader, Header, JsonReader, NdjsonReader, Sink, detect, is_enough, is_mapped_header, verify};
use super::mapping::Mapping;
use super::row_check::RowCheck;
use super::secret_bytes::SecretBytes;
use super::{FileFormat, ReadColumn, RowOptions};
use crate::catalog::Catalog;
use crate::context::Context;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads a file in the format that its beginning shows.
pub(super) struct FileReader {
    options: RowOptions,
    pub mapping: Option<Mapping>,
    /// The beginning of the file, until it shows the format.
    head: SecretBytes,
    rows: Option<Rows>,
    /// What a full sink has left of the chunks.
    unread: SecretBytes,
}

/// The reader of a format.
enum Rows {
    Ndjson(NdjsonReader),
    Json(Box<JsonReader>),
    Csv(Box<CsvReader>),
}

impl FileReader {
    pub fn new(options: RowOptions) -> Self {
        Self { options, mapping: None, head: SecretBytes::default(), rows: None, unread: SecretBytes::default() }
    }

    /// Reads a chunk, or up to the row that makes the sink full. The next call reads what is left before its chunk.
    pub fn push(&mut self, chunk: &[u8], check: &mut RowCheck<'_, '_>) {
        if check.is_unreadable() {
            return;
        }
        if self.rows.is_none() {
            self.head.append(chunk);
            return self.begin(false, check);
        }
        self.read_unread(check);
        let Some(rows) = &mut self.rows else { return };
        let read = if self.unread.is_empty() { rows.push(chunk, check) } else { 0 };
        self.unread.append(chunk.get(read..).unwrap_or_default());
    }

    /// Reads the last row, or up to the row that makes the sink full. The next call goes on.
    pub fn end(&mut self, check: &mut RowCheck<'_, '_>) {
        if self.rows.is_none() && !check.is_unreadable() {
            self.begin(true, check);
        }
        self.read_unread(check);
        if let Some(rows) = &mut self.rows
            && self.unread.is_empty()
        {
            rows.end(check);
        }
    }

    fn read_unread(&mut self, check: &mut RowCheck<'_, '_>) {
        if let Some(rows) = &mut self.rows
            && !self.unread.is_empty()
        {
            let read = rows.push(&self.unread, check);
            self.unread.take(read);
        }
    }

    /// Looks at the beginning of the file, and reads it if that shows the format.
    fn begin(&mut self, is_whole: bool, check: &mut RowCheck<'_, '_>) {
        let head = &*self.head;
        if !is_whole && head.len() < BYTE_ORDER_MARK.len() {
            return;
        }
        // A segment is not the beginning of a file.
        let text = if self.options.is_segment { None } else { head.strip_prefix(BYTE_ORDER_MARK) }.unwrap_or(head);
        let format = match self.options.format.or_else(|| self.mapped_format(text, is_whole, check.context().catalog)) {
            Some(_) if !is_whole && !is_enough(text) => Ok(None),
            Some(format) => verify(text).map(|()| Some(format)),
            None => detect(text, is_whole, self.options.fallback),
        };
        match format {
            Ok(None) => return,
            Ok(Some(format)) => {
                let offset = (head.len() - text.len()) as u64;
                let mut rows = Rows::new(format, offset, self.mapping.as_ref(), check.context());
                let read = rows.push(text, check);
                self.unread.append(text.get(read..).unwrap_or_default());
                self.rows = Some(rows);
            }
            Err(reason) => check.unreadable(reason),
        }
        self.head = SecretBytes::default();
    }

    /// Returns CSV if a complete first line is the header that the mapping is for. Other formats show themselves.
    fn mapped_format(&self, text: &[u8], is_whole: bool, catalog: &Catalog) -> Option<FileFormat> {
        let mapping = self.mapping.as_ref()?;
        let text = text.trim_ascii_start();
        let end = text.iter().position(|byte| matches!(byte, b'\r' | b'\n')).or(is_whole.then_some(text.len()))?;
        let line = str::from_utf8(text.get(..end)?).ok().filter(|line| !line.starts_with(['{', '[']))?;
        is_mapped_header(line, mapping, catalog).then_some(FileFormat::Csv)
    }

    /// Returns the format, if it is known.
    pub fn format(&self) -> Option<FileFormat> {
        self.rows.as_ref().map(|rows| match rows {
            Rows::Ndjson(_) => FileFormat::Ndjson,
            Rows::Json(_) => FileFormat::Json,
            Rows::Csv(_) => FileFormat::Csv,
        })
    }

    /// Returns the number of bytes before the first row of CSV.
    pub fn header_bytes(&self) -> u64 {
        match &self.rows {
            Some(Rows::Csv(rows)) => rows.header_bytes().unwrap_or_default(),
            _ => 0,
        }
    }

    /// Returns the delimiter of CSV, once its header is read.
    pub fn delimiter(&self) -> Option<char> {
        match &self.rows {
            Some(Rows::Csv(rows)) => rows.delimiter().map(char::from),
            _ => None,
        }
    }

    /// Returns the number of lines so far.
    pub fn lines(&self) -> u64 {
        self.rows.as_ref().map_or(0, Rows::lines)
    }

    /// Returns what the columns of CSV are read as.
    pub fn columns(&self) -> Option<Vec<ReadColumn>> {
        let Some(Rows::Csv(rows)) = &self.rows else { return None };
        Some(rows.header().map(Header::read_columns).unwrap_or_default().to_vec())
    }
}

impl Rows {
    fn new(format: FileFormat, offset: u64, mapping: Option<&Mapping>, context: &Context<'_>) -> Self {
        let limits = context.limits;
        match format {
            FileFormat::Csv => {
                let rows = CsvReader::new(offset, limits, context.catalog.clone());
                Self::Csv(Box::new(rows.with_mapping(mapping.cloned())))
            }
            FileFormat::Json => Self::Json(Box::new(JsonReader::new(offset, limits))),
            _ => Self::Ndjson(NdjsonReader::new(offset, limits)),
        }
    }

    fn push(&mut self, chunk: &[u8], check: &mut RowCheck<'_, '_>) -> usize {
        match self {
            Self::Ndjson(rows) => rows.push(chunk, check),
            Self::Json(rows) => rows.push(chunk, check),
            Self::Csv(rows) => rows.push(chunk, check),
        }
    }

    fn end(&mut self, check: &mut RowCheck<'_, '_>) {
        match self {
            Self::Ndjson(rows) => rows.end(check),
            Self::Json(rows) => rows.end(check),
            Self::Csv(rows) => rows.end(check),
        }
        check.lines(self.lines());
    }

    fn lines(&self) -> u64 {
        match self {
            Self::Ndjson(rows) => rows.lines(),
            Self::Json(rows) => rows.lines(),
            Self::Csv(rows) => rows.lines(),
        }
    }
}
