//! Reads the schema files in `schemas/` and writes everything that is generated from them and from the crate's rules.
//!
//! `cargo run -p auth-object-schema` writes the files; with `-- --check` it only compares them. The catalogue compiles
//! into `auth-object`, which this package depends on: a stale catalogue is fine, because nothing here reads it.

#![allow(clippy::indexing_slicing, reason = "a panic stops the generator, as an invalid schema should")]

pub mod pattern;
pub mod read;
pub mod write;
