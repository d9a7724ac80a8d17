//! Files whose columns or keys have other names.

mod field_part;
mod json_row;
mod mapping_error;
mod name_mapping;
mod row_parts;
mod target;

pub(super) use field_part::FieldPart;
pub use mapping_error::MappingError;
pub use name_mapping::Mapping;
pub(super) use row_parts::{RowParts, text_of};
pub(super) use target::Target;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
