//! The apps and their auth schemas: generated from `schemas/`, or registered at run time.

mod app;
mod builtin;
mod format;
mod label;
#[doc(hidden)]
pub mod pattern;
mod register;
mod stream;
mod structure;
pub mod suggest;
#[doc(hidden)]
pub mod title;
pub mod view;
mod without_schema;

use std::ops::Range;

pub use app::{Address, App, AuthType, Basis, Field, Input};
pub use format::{Format, Mode};
pub use register::{apps, register, version};
pub use structure::RegisterError;
pub use without_schema::name_without_schema;

/// The app of that exact slug; a registered one before a built-in one.
pub fn find(slug: &str) -> Option<&'static App> {
    register::find(slug).or_else(|| builtin::find(slug))
}

/// Every known format, sorted by prefix; [`Field::formats`] are indexes into it.
pub fn formats() -> &'static [Format] {
    builtin::formats()
}

/// The indexes of the formats whose prefix starts with that byte.
pub fn formats_from(first: u8) -> Range<usize> {
    builtin::formats_from(first)
}

/// A number for an app that stays the same as long as the process lives.
pub fn number(app: &'static App) -> Option<usize> {
    builtin::place(app).or_else(|| Some(builtin::COUNT + register::place(app)?))
}

/// The app of a [`number`].
pub fn by_number(number: usize) -> Option<&'static App> {
    match number.checked_sub(builtin::COUNT) {
        None => builtin::at(number),
        Some(place) => register::at(place),
    }
}
