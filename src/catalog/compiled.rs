//! The apps of `schemas/`, as build.rs writes them.

use super::hash::{bucket, slot};
use super::{Address, App, AuthType, Basis, Field, Format, Input, Mode};

include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

/// The compiled app of that exact slug.
pub fn find(slug: &str) -> Option<&'static App> {
    let displacement = *DISPLACEMENTS.get(bucket(slug, DISPLACEMENTS.len()))?;
    let index = *INDEXES.get(slot(slug, displacement, INDEXES.len()))?;
    APPS.get(usize::from(index)).filter(|app| app.slug == slug)
}

/// How the generated statics point at one of `TEXTS`.
const fn text(at: usize, len: usize) -> &'static str {
    TEXTS.split_at(at).1.split_at(len).0
}

/// How the generated statics point at a part of one another.
const fn part<T>(all: &'static [T], at: usize, len: usize) -> &'static [T] {
    all.split_at(at).1.split_at(len).0
}

/// The place of a compiled app; `None` for a registered one.
pub fn place(app: &'static App) -> Option<usize> {
    let bytes = std::ptr::from_ref(app).addr().checked_sub(APPS.as_ptr().addr())?;
    Some(bytes / size_of::<App>()).filter(|place| *place < APPS.len())
}
