//! The caller's sets of names.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Says whether one of the caller's sets has a name; never throws.
    pub type Lookups;

    #[wasm_bindgen(method)]
    fn has(this: &Lookups, kind: u32, name: &str) -> bool;
}

/// Which of the sets.
#[derive(Clone, Copy)]
pub enum Kind {
    ApiKeys = 0,
    LinkedAccounts = 1,
    Integrations = 2,
    CustomApps = 3,
}

/// Whether that set has names, as the crate asks for it; a set that is not given has none.
pub fn asking(lookups: &Option<Lookups>, kind: Kind) -> impl Fn(&str) -> bool {
    move |name| lookups.as_ref().is_some_and(|lookups| lookups.has(kind as u32, name))
}
