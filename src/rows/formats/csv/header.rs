//! The header of a CSV file: what each column contains.

use std::collections::BTreeMap;

use super::columns::{Column, Fields, name_columns, normalized, own_column};
use super::mapped_columns::Sources;
use super::record::Record;
use crate::catalog::Catalog;
use crate::limits::Limits;
use crate::rows::mapping::{Mapping, Target};
use crate::rows::{ColumnMatch, ReadColumn, Unreadable};
use crate::text::{self, redact};

/// The header of a CSV file.
pub(in crate::rows) struct Header {
    pub(super) delimiter: u8,
    /// The limits of a cell with JSON.
    pub(super) limits: Limits,
    pub(super) columns: Vec<Column>,
    /// Where the columns are that are not fields.
    pub(super) own: OwnColumns,
    pub(super) mapping: Option<Mapping>,
    read: Vec<ReadColumn>,
}

impl Header {
    /// Reads a header. Names are redacted in reports: in a file without a header they are values of the first row.
    pub(super) fn new(
        record: &Record<'_>,
        delimiter: u8,
        limits: &Limits,
        catalog: &Catalog,
        mapping: Option<&Mapping>,
    ) -> Result<Self, Unreadable> {
        let names: Vec<&str> = record.cells().map(|cell| str::from_utf8(cell).unwrap_or_default().trim()).collect();
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (second, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            if let Some(first) = seen.insert((*name).to_owned(), second) {
                return Err(Unreadable::SameColumn { first: first + 1, second: second + 1 });
            }
        }
        let fields = Fields::new(catalog);
        let sources = Sources::new(&names, mapping)?;
        let mut columns = name_columns(&sources.renamed(&names), &fields);
        sources.apply(&names, &fields, &mut columns);
        let is_set = mapping.is_some_and(|mapping| mapping.constant(&Target::Slug).is_some());
        if !is_set && !columns.iter().any(|column| matches!(column, Column::Slug)) {
            return Err(Unreadable::NoSlug { columns: columns.len() });
        }
        let mut read = Vec::new();
        for (index, (name, column)) in names.iter().zip(&columns).enumerate() {
            let field = match column {
                Column::Slug => "slug".into(),
                Column::Account => "linked_account_id".into(),
                Column::AuthType => "auth_type".into(),
                Column::AuthObject => "auth_object".into(),
                Column::Field { name, choices } if choices.is_empty() => name.clone(),
                Column::Field { choices, .. } => text::list(choices, " or "),
                Column::Typed { auth_type, name } => format!("{auth_type}.{name}"),
                Column::Unnamed => continue,
                Column::Ignored => String::new(),
            };
            let by = match column {
                Column::Ignored => ColumnMatch::Ignored,
                _ if sources.of(index).is_some() => ColumnMatch::Map,
                Column::Field { name, choices } if choices.is_empty() && !fields.has(name) => ColumnMatch::Unknown,
                _ if field == *name => ColumnMatch::Name,
                _ => ColumnMatch::SimilarName,
            };
            let is_read = !matches!(by, ColumnMatch::Ignored | ColumnMatch::Unknown);
            let column = redact::key(name).into_owned();
            read.push(ReadColumn { column, field: is_read.then_some(field), by, rows: None });
        }
        let own = OwnColumns::of(&columns);
        Ok(Self { delimiter, limits: *limits, columns, own, mapping: mapping.cloned(), read })
    }

    /// Returns what each column is read as.
    pub fn read_columns(&self) -> &[ReadColumn] {
        &self.read
    }

    /// Returns the index of a column that is not a field.
    pub(super) fn index(&self, is_it: impl Fn(&Column) -> bool) -> Option<usize> {
        self.columns.iter().position(is_it)
    }
}

/// The indexes of the columns that are not fields, so that a short row of a wide file takes little time.
#[derive(Default)]
pub(super) struct OwnColumns {
    pub slug: Option<usize>,
    pub account: Option<usize>,
    pub auth_type: Option<usize>,
    pub auth_object: Option<usize>,
}

impl OwnColumns {
    fn of(columns: &[Column]) -> Self {
        let mut own = Self::default();
        for (index, column) in columns.iter().enumerate() {
            let place = match column {
                Column::Slug => &mut own.slug,
                Column::Account => &mut own.account,
                Column::AuthType => &mut own.auth_type,
                Column::AuthObject => &mut own.auth_object,
                _ => continue,
            };
            place.get_or_insert(index);
        }
        own
    }
}

/// Returns the delimiter of a header: the one that is most often in its line outside of quotes.
pub(super) fn delimiter_of(line: &[u8]) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in line {
        is_quoted ^= *byte == b'"';
        for (delimiter, count) in &mut counts {
            *count += usize::from(!is_quoted && byte == delimiter);
        }
    }
    let [comma, semicolon, tab] = counts;
    let best = if semicolon.1 > comma.1 { semicolon } else { comma };
    if tab.1 > best.1 { tab.0 } else { best.0 }
}

/// Returns the delimiter that a line `sep=;` names. Spreadsheets read and write such a first line.
pub(super) fn separator_of(line: &[u8]) -> Option<u8> {
    let line = line.trim_ascii_end();
    let line = line.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(line);
    match line {
        [key @ .., separator] if key.eq_ignore_ascii_case(b"sep=") => {
            let is_delimiter = *separator == b'\t' || separator.is_ascii_punctuation() && *separator != b'"';
            is_delimiter.then_some(*separator)
        }
        // The tab was trimmed.
        key if key.eq_ignore_ascii_case(b"sep=") => Some(b'\t'),
        _ => None,
    }
}

/// Returns `true` if a first line may be that of a CSV file of requests.
pub(in crate::rows) fn is_header(line: &[u8]) -> bool {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let delimiter = delimiter_of(line);
    separator_of(line).is_some()
        || line.split(|byte| *byte == delimiter).any(|cell| {
            let cell = cell.trim_ascii();
            let cell = cell.strip_prefix(b"\"").and_then(|cell| cell.strip_suffix(b"\"")).unwrap_or(cell);
            str::from_utf8(cell).is_ok_and(|cell| matches!(own_column(cell.trim()), Some(Column::Slug)))
        })
}

/// Returns `true` if the first line of a file may be the header that a mapping is for.
pub(in crate::rows) fn is_mapped_header(line: &str, mapping: &Mapping, catalog: &Catalog) -> bool {
    let delimiter = char::from(delimiter_of(line.as_bytes()));
    let mut names = line.split(delimiter).map(|name| {
        let name = name.trim();
        name.strip_prefix('"').and_then(|name| name.strip_suffix('"')).unwrap_or(name).trim()
    });
    let fields = mapping.constant(&Target::Slug).map(|_| Fields::new(catalog));
    let is_known =
        |name: &str| fields.as_ref().is_some_and(|fields| own_column(name).is_some() || fields.has_similar(name));
    let mut sources: BTreeMap<String, usize> = BTreeMap::new();
    for (index, source) in mapping.sources().iter().enumerate() {
        sources.insert(normalized(&source.name), index);
    }
    names.any(|name| sources.contains_key(&normalized(name)) || is_known(name))
}
