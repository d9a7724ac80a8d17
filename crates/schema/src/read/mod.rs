//! Reads and checks schema files.

mod host;
mod json;
mod place;
mod schema;
mod texts;

use std::path::Path;
use std::{fs, io};

pub use json::SchemaError;
pub use schema::{
    APP_KEYS, AUTH_KEYS, Address, App, AuthType, BASES, FIELD_KEYS, FORMAT_KEYS, Field, Format, INPUTS, MAX_FIELDS,
    MODES, SET_KEYS, Set, app, name_conflicts,
};
pub use texts::MAX_TEXT_CHARS;

/// Every app in a folder of schema files, sorted by slug.
///
/// # Errors
///
/// One line for each invalid file, with its path, line, column and reason.
pub fn folder(folder: &Path) -> Result<Vec<App>, Vec<String>> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let paths = fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>())
        .map_err(|error| vec![format!("{name}: {error}")])?;
    let mut apps = Vec::new();
    let mut errors = Vec::new();
    for path in paths {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if stem == "app.schema" || path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        match fs::read_to_string(&path) {
            Err(error) => errors.push(format!("{name}/{stem}.json: {error}")),
            Ok(source) => match app(stem, &source) {
                Ok(app) => apps.push(app),
                Err(error) => errors.push(format!("{name}/{stem}.json:{error}")),
            },
        }
    }
    apps.sort_by(|a, b| a.slug.cmp(&b.slug));
    errors.extend(name_conflicts(&apps).into_iter().map(|(slug, error)| format!("{name}/{slug}.json: {error}")));
    errors.sort();
    if errors.is_empty() { Ok(apps) } else { Err(errors) }
}
