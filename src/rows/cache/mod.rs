//! What makes rows fast whose keys are those of an earlier row: their answers are kept by the shape of the row.

mod bitmask;
mod block;
mod outcome_cache;
mod row_shape;

pub(super) use bitmask::{Masks, STRETCH};
pub(super) use outcome_cache::{Found, Known, Outcome};
pub(super) use row_shape::RowShape;
