//! The apps and their auth schemas, built in or registered at run time.
//!
//! ```
//! use auth_object::catalog::{Basis, Catalog};
//!
//! let catalog = Catalog::default();
//! let netsuite = catalog.find("netsuite").ok_or("no such app")?;
//! let keybased = netsuite.auth_type("keybased").ok_or("no such auth type")?;
//! assert_eq!(keybased.basis, Basis::Documented);
//! for field in keybased.fields {
//!     println!("{}: {}", field.name, field.label());
//! }
//! # Ok::<(), &str>(())
//! ```

mod app;
mod builtin;
pub mod export;
mod format;
mod label;
#[doc(hidden)]
pub mod pattern;
mod registry;
mod spelling;
mod stream;
mod structure;
pub(crate) mod suggest;
#[doc(hidden)]
pub mod title;
mod without_schema;

use std::ops::Range;

pub use app::{Address, App, AuthType, Basis, Field, Input};
pub use format::{Format, Mode};
pub use registry::Catalog;
pub use structure::RegisterError;
pub(crate) use without_schema::name_without_schema;

/// Returns every known format, sorted by prefix. [`Field::formats`] contains indexes of this list.
///
/// ```
/// use auth_object::catalog::formats;
///
/// assert!(formats().is_sorted_by_key(|format| format.prefix));
/// ```
pub fn formats() -> &'static [Format] {
    builtin::formats()
}

/// Returns the indexes of the formats whose prefix starts with this byte.
pub(crate) fn formats_from(first: u8) -> Range<usize> {
    builtin::formats_from(first)
}
