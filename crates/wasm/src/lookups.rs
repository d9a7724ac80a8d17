//! The caller's lookups: the sets of names that it knows.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The caller's sets of names.
    pub type Lookups;

    /// Returns whether a set has a name. Never throws.
    #[wasm_bindgen(method)]
    fn has(this: &Lookups, kind: u32, name: &str) -> bool;
}

/// A set of names.
#[derive(Clone, Copy)]
pub enum Kind {
    ApiKeys = 0,
    LinkedAccounts = 1,
    Integrations = 2,
    CustomApps = 3,
}

/// Returns the lookup of a set. A set that is not given is empty.
pub fn lookup(lookups: &Option<Lookups>, kind: Kind) -> impl Fn(&str) -> bool {
    move |name| lookups.as_ref().is_some_and(|lookups| lookups.has(kind as u32, name))
}
