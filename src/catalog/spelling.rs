//! The names of apps, for suggestions.

use super::App;
use crate::text::fold;

/// A name of an app. Its length and its bytes are computed once, because a file may have a million unknown slugs.
#[derive(Debug)]
pub struct Spelling {
    /// The name.
    pub text: &'static str,
    /// The slug of the app.
    pub slug: &'static str,
    /// Whether only other platforms call the app so.
    pub is_other: bool,
    /// The length of the folded name.
    pub length_bytes: usize,
    /// See [`byte_set`].
    pub bytes: u64,
}

impl Spelling {
    /// Returns every name of every app, in the order of the apps.
    pub fn all(apps: &[&'static App]) -> Vec<Self> {
        let names = |app: &&'static App| {
            let slug = app.slug;
            let own = [slug, app.name, app.brand].into_iter().chain(app.aliases.iter().copied());
            let others = app.other_names.iter().map(move |name| Self::new(name, slug, true));
            own.map(move |name| Self::new(name, slug, false)).chain(others)
        };
        apps.iter().flat_map(names).collect()
    }

    fn new(text: &'static str, slug: &'static str, is_other: bool) -> Self {
        Self { text, slug, is_other, length_bytes: fold(text).count(), bytes: byte_set(fold(text)) }
    }
}

/// Returns the set of bytes as a bitmask, ignoring case. Some bytes share a bit.
pub fn byte_set(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0, |set, byte| set | 1 << ((byte | 0x20) & 63))
}
