//! Writes the JavaScript through which a WebAssembly module is called: `auth-object-bindgen MODULE NAME FOLDER`.
//!
//! It does what the command `wasm-bindgen` does, without its web server and test runner, which take most of the time to
//! compile.

use std::env;

use anyhow::{Result, bail};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [module, name, folder] = arguments.as_slice() else {
        bail!("usage: auth-object-bindgen MODULE NAME FOLDER");
    };
    Bindgen::new()
        .web(true)?
        .input_path(module)
        .out_name(name)
        .typescript(false)
        // Callers pass the module.
        .omit_default_module_path(true)
        // Replaces an instance by a fresh one, and with it the views of the old memory.
        .reset_state_function(true)
        // Otherwise the glue tests at import whether `encodeInto` exists.
        .encode_into(EncodeInto::Always)
        .demangle(true)
        .generate(folder)
}
