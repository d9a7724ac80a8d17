//! The apps and their auth schemas: compiled from `schemas/`, or registered at run time.

mod app;
mod compiled;
pub mod export;
mod format;
mod label;
pub mod pattern;
mod registry;
mod stream;
mod structure;
pub mod suggest;
mod title;
mod without_schema;

use std::ops::Range;

pub use app::{Address, App, AuthType, Basis, Field, Input};
pub use format::{Format, Mode};
pub use registry::Catalog;
pub use structure::RegisterError;
pub use without_schema::name_without_schema;

/// Every known shape, in the order of their prefixes; [`Field::formats`] are indexes into it.
pub fn formats() -> &'static [Format] {
    compiled::formats()
}

/// The indexes of the shapes whose prefix starts with that byte.
pub fn formats_from(first: u8) -> Range<usize> {
    compiled::formats_from(first)
}
