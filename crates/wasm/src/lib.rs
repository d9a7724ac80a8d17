//! The crate `auth-object` for JavaScript. Strings that may contain a credential come in through the [input
//! buffer](input). Verdicts and app details go out as JavaScript objects. `packages/auth-object/src/wasm/engine.ts`
//! calls these functions.
//!
//! The feature `rows` adds files of rows.

#[cfg(target_arch = "wasm32")]
mod allocator;
mod answer;
mod catalog;
mod check;
mod checker;
mod fast_path;
mod fixes;
mod flags;
mod input;
mod limits;
mod lookups;
mod object;
#[cfg(feature = "rows")]
mod rows;
#[cfg(feature = "rows")]
mod stack;
