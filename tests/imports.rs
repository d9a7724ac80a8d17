//! The files of `src/` do not import each other in a circle.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use regex::Regex;

/// For each module its code without `use`, and the path of each name that it imports.
type Modules = BTreeMap<String, (String, BTreeMap<String, String>)>;

#[test]
fn no_file_imports_itself_through_others() {
    let mut modules = Modules::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "crate", &mut modules);
    let mut imports: BTreeMap<_, _> = modules.keys().map(|module| (module, imports(module, &modules))).collect();
    // A module that imports none of the others is in no circle.
    for _ in 0..modules.len() {
        let others: BTreeSet<String> = imports.keys().copied().cloned().collect();
        imports.retain(|_, imported| !imported.is_disjoint(&others));
    }
    let mut way: Vec<_> = imports.keys().copied().take(1).collect();
    while let Some(next) = way.last().and_then(|last| imports[last].iter().find(|next| imports.contains_key(next))) {
        let start = way.iter().position(|module| *module == next);
        way.push(next);
        assert!(start.is_none(), "a circle of imports: {:?}", &way[start.unwrap()..]);
    }
}

/// Reads the modules of a folder without their tests.
fn read(folder: &Path, parent: &str, modules: &mut Modules) {
    let noise = Regex::new(r"(?s)//[^\n]*|pub\([^)]*\)|\bmod \w+;|#\[cfg\((?:all\()?test.*").unwrap();
    let statement = Regex::new(r"(?m)^ *(?:pub *)?use ([^;]+);").unwrap();
    let group = Regex::new(r"([\w:]+)::\{([^{}]*)\}").unwrap();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let module = if matches!(name, "lib" | "mod") { parent.to_owned() } else { format!("{parent}::{name}") };
        if name != "tests" && path.is_dir() {
            read(&path, &module, modules);
        } else if name != "tests" {
            let code = noise.replace_all(&fs::read_to_string(&path).unwrap(), "").into_owned();
            let mut names = BTreeMap::new();
            for used in statement.captures_iter(&code) {
                let mut paths = used[1].replace(" as ", "=").split_whitespace().collect::<String>();
                while let Some(found) = group.captures(&paths) {
                    let inner: Vec<_> = found[2].split(',').map(|path| format!("{}::{path}", &found[1])).collect();
                    paths = paths.replace(&found[0], &inner.join(","));
                }
                for path in paths.split(',').map(|path| path.trim_end_matches("::self")) {
                    let (path, name) = path.split_once('=').unwrap_or((path, path.rsplit("::").next().unwrap()));
                    names.insert(name.to_owned(), path.to_owned());
                }
            }
            modules.insert(module, (statement.replace_all(&code, "").into_owned(), names));
        }
    }
}

/// Returns the modules that define what the code of a module names.
fn imports(module: &str, modules: &Modules) -> BTreeSet<String> {
    let paths = Regex::new(r"\b[a-zA-Z]\w*(::\w+)*").unwrap();
    let found = paths.find_iter(&modules[module].0).filter_map(|path| definer(module, path.as_str(), modules));
    found.filter(|other| other != module).collect()
}

/// Returns the module that defines what a path means in a module, or `None` if no other one does.
fn definer(module: &str, path: &str, modules: &Modules) -> Option<String> {
    let (first, rest) = path.split_once("::").unwrap_or((path, ""));
    let inner = match first {
        "crate" => "crate".to_owned(),
        "super" => module.rsplit_once("::")?.0.to_owned(),
        _ => format!("{module}::{first}"),
    };
    if modules.contains_key(&inner) && (path.contains("::") || modules[module].1.contains_key(first)) {
        return definer(&inner, rest, modules).or(Some(inner));
    }
    let import = modules[module].1.get(first).filter(|_| !first.is_empty())?;
    let is_ours = import.starts_with("crate::") || import.starts_with("super::");
    let is_inner =
        import.split_once("::").is_some_and(|(start, _)| modules.contains_key(&format!("{module}::{start}")));
    (is_ours || is_inner).then(|| definer(module, &format!("{import}::{rest}"), modules))?
}
