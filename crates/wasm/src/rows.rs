//! Files of rows.

use auth_object::rows::RowChecker;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::checker::checker;
use crate::flags::Flags;
use crate::input;
use crate::lookups::{Kind, Lookups, asking};
use crate::object::object;

/// Checks NDJSON in chunks.
#[wasm_bindgen]
pub struct Rows {
    rows: Option<RowChecker>,
    flags: Flags,
    lookups: Option<Lookups>,
}

#[wasm_bindgen]
impl Rows {
    /// Of the flags count the shape, the trust, and which lookups there are.
    #[wasm_bindgen(constructor)]
    pub fn new(flags: u32, lookups: Option<Lookups>) -> Self {
        Self { rows: Some(checker().rows()), flags: Flags(flags), lookups }
    }

    /// Reads the chunk in the input; the rows that are rejected.
    pub fn push(&mut self, length_bytes: usize) -> JsValue {
        let failures = input::read(length_bytes, |chunk| {
            self.with_rows(|rows, context| rows.as_mut().map(|rows| rows.push_with(chunk, context)))
        });
        object(&failures)
    }

    /// The end of the rows; the report.
    pub fn end(&mut self) -> JsValue {
        object(&self.with_rows(|rows, context| rows.take().map(|rows| rows.end_with(context))))
    }

    fn with_rows<T>(&mut self, call: impl FnOnce(&mut Option<RowChecker>, &auth_object::Context<'_>) -> T) -> T {
        let checker = checker();
        let mut context = checker.context();
        let linked_accounts = asking(&self.lookups, Kind::LinkedAccounts);
        let custom_apps = asking(&self.lookups, Kind::CustomApps);
        context.linked_accounts = self.flags.has(Flags::LINKED_ACCOUNTS).then_some(&linked_accounts);
        context.custom_apps = self.flags.has(Flags::CUSTOM_APPS).then_some(&custom_apps);
        context.shape = self.flags.shape();
        context.trust = self.flags.trust();
        call(&mut self.rows, &context)
    }
}
