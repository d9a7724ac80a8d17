//! What the hints share.

pub(super) mod address;
pub(super) mod byte_class;
pub(super) mod candidate;
pub(super) mod hint_input;
pub(super) mod hint_kind;
pub(super) mod jwt;
pub(super) mod prefilter;
pub(super) mod template;
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(super) mod tests;
