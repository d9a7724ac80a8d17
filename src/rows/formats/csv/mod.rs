//! CSV (RFC 4180): a header, then a request in each row.

mod columns;
mod header;
mod mapped_columns;
mod mapped_row;
mod null_cells;
mod object_cell;
mod reader;
mod record;
mod row_request;
mod split;
mod write;

pub(in crate::rows) use header::{Header, is_header, is_mapped_header};
pub(in crate::rows) use reader::{CsvReader, CsvSink};
pub(in crate::rows) use record::Record;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
