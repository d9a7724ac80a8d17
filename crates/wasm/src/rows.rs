//! Checks files of rows.

use auth_object::rows::RowChecker;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::{Answer, give};
use crate::checker::checker;
use crate::flags::Flags;
use crate::input;
use crate::lookups::{Kind, Lookups, lookup};
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
    /// Returns a checker. The flags give the shape, the trust, and which lookups there are.
    #[wasm_bindgen(constructor)]
    pub fn new(flags: u32, lookups: Option<Lookups>) -> Self {
        Self { rows: Some(checker().rows()), flags: Flags(flags), lookups }
    }

    /// Reads the chunk in the input. Answers with the rejected rows.
    pub fn push(&mut self, length_bytes: usize, answer: &Answer) {
        let rejected = input::read(length_bytes, |chunk| {
            self.with_rows(|rows, context| rows.as_mut().map(|rows| rows.push_with(chunk, context)))
        });
        give(answer, &rejected);
    }

    /// Ends the rows. Returns the report.
    pub fn end(&mut self) -> JsValue {
        object(&self.with_rows(|rows, context| rows.take().map(|rows| rows.end_with(context))))
    }

    fn with_rows<T>(&mut self, call: impl FnOnce(&mut Option<RowChecker>, &auth_object::Context<'_>) -> T) -> T {
        let checker = checker();
        let mut context = checker.context();
        let linked_accounts = lookup(&self.lookups, Kind::LinkedAccounts);
        let custom_apps = lookup(&self.lookups, Kind::CustomApps);
        context.linked_accounts = self.flags.has(Flags::LINKED_ACCOUNTS).then_some(&linked_accounts);
        context.custom_apps = self.flags.has(Flags::CUSTOM_APPS).then_some(&custom_apps);
        context.shape = self.flags.shape();
        context.trust = self.flags.trust();
        call(&mut self.rows, &context)
    }
}
