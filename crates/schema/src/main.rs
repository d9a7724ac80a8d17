//! `cargo run -p auth-object-schema` writes every generated file; `-- --check` lists the stale ones and writes nothing.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use auth_object_schema::{read, write};

const COMMAND: &str = "cargo run -p auth-object-schema";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let check = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => false,
        ["--check"] => true,
        _ => {
            eprintln!("usage: {COMMAND} [-- --check]");
            return ExitCode::from(2);
        }
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    match run(&root, check) {
        Ok(()) => ExitCode::SUCCESS,
        Err(errors) => {
            errors.iter().for_each(|error| eprintln!("{error}"));
            ExitCode::FAILURE
        }
    }
}

/// Writes or compares every generated file below `root`; one line for each error.
fn run(root: &Path, check: bool) -> Result<(), Vec<String>> {
    let apps = read::folder(&root.join("schemas"))?;
    let files = write::files(root, &apps).map_err(|error| vec![error])?;
    let mut errors = Vec::new();
    for (name, content) in files {
        let path = root.join(name);
        if fs::read(&path).is_ok_and(|found| found == content.as_bytes()) {
            continue;
        }
        if check {
            errors.push(format!("{name} is stale: run `{COMMAND}`"));
        } else if let Err(error) = write_file(&path, &content) {
            errors.push(format!("{name}: {error}"));
        } else {
            println!("wrote {name}");
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

fn write_file(path: &Path, content: &str) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, content)
}
