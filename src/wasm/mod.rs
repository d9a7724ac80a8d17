//! The boundary: numbers in, numbers out; texts stand in two buffers of the module's memory.
//!
//! The other side is `npm/src/engine.ts`.

mod allocator;
mod buffers;
mod check;
mod ndjson;
mod plain;
mod views;
