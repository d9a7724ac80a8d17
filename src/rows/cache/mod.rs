//! Makes rows with the same keys fast: their outcome is cached by the shape of the row. `cut` gives the shape of a row,
//! `lookup` its outcome, and `insert` adds one.

mod bitmask;
mod block;
mod outcome_cache;
mod row_shape;

pub(super) use bitmask::{Bitmasks, WINDOW_BYTES};
pub(super) use outcome_cache::{CacheHit, OutcomeCache, RowOutcome, ValueFields};
pub(super) use row_shape::{RowShape, Values};
