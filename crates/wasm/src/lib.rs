//! The crate `auth-object` for JavaScript. What may hold a credential comes in through the [input buffer](input), verdicts
//! and views go out as JavaScript objects. The other side is `npm/src/engine.ts`.
//!
//! The feature `rows` adds files of rows.

#[cfg(target_arch = "wasm32")]
mod allocator;
mod catalog;
mod check;
mod checker;
mod fast_path;
mod fixes;
mod flags;
mod input;
mod lookups;
mod object;
#[cfg(feature = "rows")]
mod rows;
