//! A row of CSV with a mapping, as its request.

use super::columns::Column;
use super::header::Header;
use super::object_cell;
use super::record::Record;
use crate::catalog::Catalog;
use crate::rows::RowFault;
use crate::rows::mapping::{FieldPart, Mapping, RowParts, Target, text_of};
use crate::rows::push_string::push_string;

impl Header {
    /// Writes the request of a row as JSON.
    pub(super) fn mapped_request(
        &self,
        record: &Record<'_>,
        catalog: &Catalog,
        mapping: &Mapping,
        json: &mut Vec<u8>,
    ) -> Result<(), RowFault> {
        // The JSON of all cells, so that no value is left in memory that is not overwritten.
        let mut cells = Vec::with_capacity(2 * record.bytes().len());
        let written = self.cells_as_json(record, &mut cells).and_then(|ends| {
            let mut start = 0;
            let values = ends.iter().map(|(column, end)| {
                let json = cells.get(std::mem::replace(&mut start, *end)..*end).unwrap_or_default();
                (*column, json)
            });
            self.parts(values.collect(), catalog, mapping).write(mapping, json)
        });
        cells.fill(0);
        written.map_err(|fault| match fault {
            RowFault::TwoValues { target, .. } => RowFault::TwoValues { target, is_csv: true },
            fault => fault,
        })
    }

    /// Writes each cell that has a value as JSON. Returns the columns, and where each value ends.
    fn cells_as_json<'h>(
        &'h self,
        record: &Record<'_>,
        json: &mut Vec<u8>,
    ) -> Result<Vec<(&'h Column, usize)>, RowFault> {
        let mut ends = Vec::new();
        for (column, cell) in self.columns.iter().zip(record.cells()).filter(|(_, cell)| !cell.is_empty()) {
            match column {
                Column::Ignored => continue,
                Column::AuthObject if object_cell::is_object(cell) => {
                    object_cell::check(cell, &self.limits)?;
                    json.extend_from_slice(cell.trim_ascii());
                }
                _ => push_string(json, cell),
            }
            ends.push((column, json.len()));
        }
        Ok(ends)
    }

    fn parts<'a>(
        &'a self,
        values: Vec<(&'a Column, &'a [u8])>,
        catalog: &Catalog,
        mapping: &'a Mapping,
    ) -> RowParts<'a> {
        let cell_of = |is_it: fn(&Column) -> bool, target: Target| {
            let cell = values.iter().find(|(column, _)| is_it(column)).map(|(_, json)| *json);
            cell.or_else(|| mapping.constant(&target)).map(text_of).unwrap_or_default()
        };
        let app = catalog.find(&cell_of(|column| matches!(column, Column::Slug), Target::Slug));
        let auth_type = cell_of(|column| matches!(column, Column::AuthType), Target::AuthType);
        let mut parts = RowParts::default();
        for (column, json) in &values {
            match column {
                Column::Slug => parts.put(&Target::Slug, json),
                Column::Account => parts.put(&Target::Account, json),
                Column::AuthType => parts.put(&Target::AuthType, json),
                Column::AuthObject => parts.put(&Target::AuthObject, json),
                Column::Typed { auth_type, name } => {
                    parts.fields.push(FieldPart { auth_type: Some(auth_type), name, json });
                }
                Column::Field { .. } | Column::Unnamed => {
                    let name = column.field(app, auth_type.as_bytes());
                    parts.fields.push(FieldPart { auth_type: None, name, json });
                }
                Column::Ignored => {}
            }
        }
        parts
    }
}
