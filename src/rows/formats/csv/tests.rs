//! Reads whole files, as a user has them.
// clippy sees no test behind `all(test, …)`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod chunks;
mod columns;
mod object_cells;
mod quotes;
mod shapes;
mod speed;
mod writing;

use super::{CsvReader, CsvSink, Header, Record};
use crate::catalog::Catalog;
use crate::limits::Limits;
use crate::rows::formats::{Place, Sink};
use crate::rows::{ColumnMatch, RowFault, Unreadable};

/// A row: its place, and its request or fault.
#[derive(Debug, PartialEq)]
struct Row {
    place: Place,
    read: Result<String, RowFault>,
}

/// What is read from a file.
#[derive(Debug, Default, PartialEq)]
struct File {
    rows: Vec<Row>,
    unreadable: Vec<Unreadable>,
    renamed: Vec<(String, String)>,
    header_bytes: Option<u64>,
}

impl Sink for File {
    fn json(&mut self, _: &[u8], _: &Place) {
        panic!("CSV has no JSON");
    }

    fn fault(&mut self, fault: RowFault, place: &Place) {
        self.rows.push(Row { place: *place, read: Err(fault) });
    }

    fn note(&mut self, _: crate::rows::Note) {}

    fn unreadable(&mut self, reason: Unreadable) {
        self.unreadable.push(reason);
    }
}

impl CsvSink for File {
    fn record(&mut self, header: &Header, record: &Record<'_>, place: &Place) {
        let (mut json, mut starts) = (Vec::new(), Vec::new());
        let read = header.request(record, &catalog(), &mut json, &mut starts);
        self.rows.push(Row { place: *place, read: read.map(|()| String::from_utf8(json).unwrap()) });
    }
}

impl File {
    fn requests(&self) -> Vec<&str> {
        self.rows.iter().map(|row| row.read.as_ref().map_or("", String::as_str)).collect()
    }

    /// The line of each row, with its fault if it has one.
    fn faults(&self) -> Vec<(u64, Option<RowFault>)> {
        self.rows.iter().map(|row| (row.place.line, row.read.as_ref().err().cloned())).collect()
    }
}

fn catalog() -> Catalog {
    let mut catalog = Catalog::default();
    catalog.register("snake", br#"{"keybased":{"same_letters":"string"}}"#).unwrap();
    catalog.register("camel", br#"{"keybased":{"sameLetters":"string"},"other":{"same_letters":"string"}}"#).unwrap();
    catalog
}

fn read_in_chunks<'c>(chunks: impl Iterator<Item = &'c [u8]>, limits: Limits) -> File {
    let mut file = File::default();
    let mut reader = CsvReader::new(0, limits, catalog());
    for chunk in chunks {
        reader.push(chunk, &mut file);
    }
    reader.end(&mut file);
    file.header_bytes = reader.header_bytes();
    let columns = reader.header().map(Header::read_columns).unwrap_or_default().iter();
    let renamed = columns.filter(|column| column.by == ColumnMatch::SimilarName);
    file.renamed = renamed.map(|column| (column.column.clone(), column.field.clone().unwrap())).collect();
    file
}

fn read(text: impl AsRef<[u8]>) -> File {
    read_in_chunks([text.as_ref()].into_iter(), Limits::default())
}

/// Reads a file with one row.
fn row(header: &str, row: &str) -> Result<String, RowFault> {
    let mut file = read(format!("{header}\n{row}\n"));
    assert_eq!((file.rows.len(), &file.unreadable), (1, &Vec::new()));
    file.rows.remove(0).read
}

/// Reads the request of a file with one row.
fn request(header: &str, row: &str) -> String {
    self::row(header, row).unwrap()
}
