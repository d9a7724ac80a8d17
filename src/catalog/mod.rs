//! The apps and their auth schemas: compiled from `schemas/`, or registered at run time.

mod app;
mod compiled;
mod format;
mod label;
pub mod pattern;
mod register;
mod stream;
mod structure;
pub mod suggest;
mod title;
pub mod view;
mod without_schema;

use std::ops::Range;

pub use app::{Address, App, AuthType, Basis, Field, Input};
pub use format::{Format, Mode};
pub use register::{apps, register, version};
pub use structure::RegisterError;
pub use without_schema::name_without_schema;

/// The app of that exact slug; a registered one before a compiled one.
pub fn find(slug: &str) -> Option<&'static App> {
    register::find(slug).or_else(|| compiled::find(slug))
}

/// Every known shape, in the order of their prefixes; [`Field::formats`] are indexes into it.
pub fn formats() -> &'static [Format] {
    compiled::formats()
}

/// The indexes of the shapes whose prefix starts with that byte.
pub fn formats_from(first: u8) -> Range<usize> {
    compiled::formats_from(first)
}

/// A number for an app that stays the same as long as the process lives.
pub fn number(app: &'static App) -> Option<usize> {
    compiled::place(app).or_else(|| Some(compiled::COUNT + register::place(app)?))
}

/// The app of a [`number`].
pub fn by_number(number: usize) -> Option<&'static App> {
    match number.checked_sub(compiled::COUNT) {
        None => compiled::at(number),
        Some(place) => register::at(place),
    }
}
