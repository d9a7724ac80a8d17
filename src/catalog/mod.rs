//! The apps and their auth schemas: generated from `schemas/`, or registered at run time.

mod app;
mod builtin;
pub mod export;
mod format;
mod label;
#[doc(hidden)]
pub mod pattern;
mod registry;
mod stream;
mod structure;
pub mod suggest;
#[doc(hidden)]
pub mod title;
mod without_schema;

use std::ops::Range;

pub use app::{Address, App, AuthType, Basis, Field, Input};
pub use format::{Format, Mode};
pub use registry::Catalog;
pub use structure::RegisterError;
pub use without_schema::name_without_schema;

/// Every known format, sorted by prefix; [`Field::formats`] are indexes into it.
pub fn formats() -> &'static [Format] {
    builtin::formats()
}

/// The indexes of the formats whose prefix starts with that byte.
pub fn formats_from(first: u8) -> Range<usize> {
    builtin::formats_from(first)
}
