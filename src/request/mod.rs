//! What arrives, and the readers that observe it: JSON text ([`json`]), or the facts that the
//! JavaScript reader hands over ([`frame`]). Readers only look; the rules judge.

mod fault;
pub mod frame;
pub mod json;
mod observed;
mod plain;
mod shape;
mod text;

pub use observed::{AuthObject, Body, Entries, Entry, Fault, Invalid, Kind, Members, Position, Value, sort};
pub use shape::Shape;
pub use text::Text;
