//! The apps and their auth schemas: compiled from `schemas/`, or registered at run time.

mod app;
mod compiled;
mod format;
mod label;
pub mod pattern;
mod title;

pub use app::{Address, App, AuthType, Basis, Field, Input};
pub use format::{Format, Mode};

/// The app of that exact slug; a registered one before a compiled one.
pub fn find(slug: &str) -> Option<&'static App> {
    let index = compiled::BY_SLUG.get(slug)?;
    compiled::APPS.get(usize::from(*index))
}

/// Every known shape, in the order of their prefixes; [`Field::formats`] are indexes into it.
pub fn formats() -> &'static [Format] {
    &compiled::FORMATS
}
