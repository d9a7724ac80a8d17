//! Exports of other platforms, recognized by their keys.

mod export;
mod key_paths;
mod platforms;

pub use export::Export;
use key_paths::KeyPaths;
use platforms::PLATFORMS;

/// Recognizes an export by a row: one of its rows, or an object that has all of them.
pub(super) fn recognize(row: &[u8]) -> Option<&'static Export> {
    let paths = KeyPaths::read(row)?;
    // It is a row of ours, whatever else it has.
    if paths.has("auth_object") || paths.has("slug") {
        return None;
    }
    PLATFORMS.iter().find(|platform| (platform.is_it)(&paths)).map(|platform| &platform.export)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
