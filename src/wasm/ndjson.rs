//! Many requests.

use wasm_bindgen::prelude::wasm_bindgen;

use super::buffers;
use super::check::Flags;
use crate::batch::Checker;
use crate::context::Context;

#[wasm_bindgen]
extern "C" {
    /// The caller's set of linked accounts.
    pub type Accounts;

    #[wasm_bindgen(method)]
    fn has(this: &Accounts, id: &str) -> bool;
}

/// Checks NDJSON as it comes.
#[wasm_bindgen]
pub struct NdjsonChecker {
    checker: Checker,
    flags: Flags,
    accounts: Option<Accounts>,
    custom_apps: Vec<String>,
}

#[wasm_bindgen]
impl NdjsonChecker {
    /// The shape and the trust are read of the flags, as for `check`.
    #[wasm_bindgen(constructor)]
    pub fn new(flags: u32, accounts: Option<Accounts>) -> Self {
        Self { checker: Checker::default(), flags: Flags(flags), accounts, custom_apps: Vec::new() }
    }

    /// Takes the slug in the first `length` bytes of the input for a custom app.
    #[wasm_bindgen(js_name = addCustomApp)]
    pub fn add_custom_app(&mut self, length: usize) {
        self.custom_apps
            .push(buffers::read(length, |slug| String::from(std::str::from_utf8(slug).unwrap_or_default())));
    }

    /// Reads the first `length` bytes of the input; the answer is an array of the rows that it refuses.
    pub fn push(&mut self, length: usize) {
        let mut checker = std::mem::take(&mut self.checker);
        self.with_context(|context| buffers::read(length, |chunk| checker.push(chunk, context)));
        buffers::answer_written(&checker.take_failures());
        self.checker = checker;
    }

    /// The end of the rows; the answer is the report, with the refused rows that are left.
    pub fn end(&mut self) {
        let checker = std::mem::take(&mut self.checker);
        buffers::answer_written(&self.with_context(|context| checker.end(context)));
    }

    fn with_context<T>(&self, read: impl FnOnce(&Context<'_>) -> T) -> T {
        let has = |id: &str| self.accounts.as_ref().is_none_or(|accounts| accounts.has(id));
        let custom = |slug: &str| self.custom_apps.iter().any(|custom| custom == slug);
        read(&Context {
            linked_accounts: self.accounts.as_ref().map(|_| &has as _),
            custom_apps: (!self.custom_apps.is_empty()).then_some(&custom as _),
            shape: self.flags.shape(),
            trust: self.flags.trust(),
            ..Context::default()
        })
    }
}
