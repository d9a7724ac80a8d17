//! The readers of file formats. Each finds where the rows begin and end, and passes them to a [`Sink`].

mod csv;
mod detect;
mod json;
mod ndjson;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod pieces;
mod sink;

pub(super) use csv::{CsvReader, CsvSink, Header, Record, is_mapped_header};
pub(super) use detect::{detect, is_enough, verify};
pub(super) use json::JsonReader;
pub(super) use ndjson::{NdjsonReader, ShapeSink};
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(super) use pieces::PIECES;
pub(super) use sink::{Place, Sink};
