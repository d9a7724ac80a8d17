//! The apps of `schemas/`, as build.rs writes them.

use super::{Address, App, AuthType, Basis, Field, Format, Input, Mode};

include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

/// The compiled app of that exact slug.
pub fn find(slug: &str) -> Option<&'static App> {
    APPS.get(usize::from(*BY_SLUG.get(slug)?))
}
