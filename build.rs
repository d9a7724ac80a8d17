//! Compiles `schemas/` into static tables, so that nothing is parsed when the library starts.
//! A fault in a schema stops the build with its file, line and reason.

#![allow(clippy::indexing_slicing)] // a panic here stops the build, as a fault should

#[path = "build/generate.rs"]
mod generate;
#[path = "build/host.rs"]
mod host;
#[path = "build/json.rs"]
mod json;
#[path = "build/pattern.rs"]
#[allow(dead_code)] // its matcher is for its tests
mod pattern;
#[path = "build/place.rs"]
mod place;
#[path = "build/schema.rs"]
mod schema;
#[path = "build/stream.rs"]
mod stream;
#[path = "src/catalog/title.rs"]
mod title;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    for path in ["schemas", "build", "src/catalog/title.rs", "src/catalog/pattern.rs"] {
        println!("cargo:rerun-if-changed={path}");
    }
    let done = apps(Path::new("schemas")).and_then(|apps| {
        let out = env::var_os("OUT_DIR").ok_or_else(|| vec!["OUT_DIR is not set".to_string()])?;
        let text = generate::catalog(&apps).map_err(|fault| vec![fault])?;
        fs::write(Path::new(&out).join("catalog.rs"), text).map_err(|error| vec![error.to_string()])
    });
    let Err(faults) = done else {
        return ExitCode::SUCCESS;
    };
    for fault in faults {
        println!("cargo::error={fault}");
    }
    ExitCode::FAILURE
}

/// Every schema, in the order of slugs; else every file's first fault.
fn apps(folder: &Path) -> Result<Vec<schema::App>, Vec<String>> {
    let paths = fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>())
        .map_err(|error| vec![format!("{}: {error}", folder.display())])?;
    let mut apps = Vec::new();
    let mut faults = Vec::new();
    for path in paths {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if stem == "app.schema" || path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        match fs::read_to_string(&path) {
            Err(error) => faults.push(format!("{}: {error}", path.display())),
            Ok(text) => match schema::read(stem, &text, pattern::compile) {
                Ok(app) => apps.push(app),
                Err(fault) => faults.push(format!("{}:{fault}", path.display())),
            },
        }
    }
    apps.sort_by(|a, b| a.slug.cmp(&b.slug));
    faults.extend(schema::clashes(&apps).into_iter().map(|(slug, fault)| format!("schemas/{slug}.json: {fault}")));
    faults.sort();
    if faults.is_empty() { Ok(apps) } else { Err(faults) }
}
