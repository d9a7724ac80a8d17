//! A row of CSV as its request, and as the shape of a request.

use super::columns::Column;
use super::header::Header;
use super::object_cell;
use super::record::Record;
use crate::catalog::Catalog;
use crate::rows::RowFault;
use crate::rows::cache::RowShape;
use crate::rows::push_string::push_string;

impl Header {
    /// Writes the request of a row as JSON. `starts` gets the first byte of each value that [`Header::shape`] cuts out.
    ///
    /// An empty cell is an absent field. No cell is trimmed, so that a program that sends an accepted row sends exactly
    /// what was checked.
    pub fn request(
        &self,
        record: &Record<'_>,
        catalog: &Catalog,
        json: &mut Vec<u8>,
        starts: &mut Vec<usize>,
    ) -> Result<(), RowFault> {
        json.clear();
        starts.clear();
        if let Some(mapping) = &self.mapping {
            self.check_cells(record, catalog)?;
            return self.mapped_request(record, catalog, mapping, json);
        }
        let cell_of = |column: Option<usize>| column.map(|at| record.cell(at)).unwrap_or_default();
        let slug = cell_of(self.own.slug);
        let account = cell_of(self.own.account);
        let auth_type = cell_of(self.own.auth_type);
        let object = cell_of(self.own.auth_object);
        self.check_cells(record, catalog)?;
        json.push(b'{');
        if !slug.is_empty() {
            json.extend_from_slice(b"\"slug\":");
            push_string(json, slug);
            json.push(b',');
        }
        let mut account_start = None;
        if !account.is_empty() {
            json.extend_from_slice(b"\"linked_account_id\":");
            account_start = Some(json.len() + 1);
            push_string(json, account);
            json.push(b',');
        }
        json.extend_from_slice(b"\"auth_object\":");
        if object.is_empty() {
            self.fields(record, auth_type, app(catalog, slug), account_start, json, starts);
        } else {
            if self.columns.iter().zip(record.cells()).any(|(column, cell)| column.is_field() && !cell.is_empty()) {
                return Err(RowFault::ObjectAndFields);
            }
            starts.extend(account_start);
            object_cell::write(object, auth_type, &self.limits, json)?;
        }
        json.push(b'}');
        Ok(())
    }

    fn check_cells(&self, record: &Record<'_>, catalog: &Catalog) -> Result<(), RowFault> {
        let columns = self.columns.len();
        if record.len() > columns
            && let Some(last) = record.cells().enumerate().filter(|(_, cell)| !cell.is_empty()).last()
            && last.0 >= columns
        {
            return Err(RowFault::TooManyCells { columns, cells: last.0 + 1 });
        }
        if record.len() == 1 && columns > 1 && app(catalog, record.cell(0)).is_none() {
            return Err(RowFault::OneCell { columns });
        }
        Ok(())
    }

    fn fields(
        &self,
        record: &Record<'_>,
        auth_type: &[u8],
        app: Option<&'static crate::catalog::App>,
        account_start: Option<usize>,
        json: &mut Vec<u8>,
        starts: &mut Vec<usize>,
    ) {
        json.push(b'{');
        if !auth_type.is_empty() {
            push_string(json, auth_type);
            json.extend_from_slice(b":{");
        }
        let mut is_first = true;
        // Cells are visited, not columns: a sheet may have hundreds of columns, nearly all of them empty at the end.
        for (column, cell) in self.columns.iter().zip(record.cells()).filter(|(_, cell)| !cell.is_empty()) {
            if matches!(column, Column::Account) {
                starts.extend(account_start);
            }
            if !column.is_field() {
                continue;
            }
            if !std::mem::take(&mut is_first) {
                json.push(b',');
            }
            push_string(json, column.field(app, auth_type).as_bytes());
            json.push(b':');
            starts.push(json.len() + 1);
            push_string(json, cell);
        }
        if !auth_type.is_empty() {
            json.push(b'}');
        }
        json.push(b'}');
    }

    /// Makes the shape of a row, whose values are in [`Record::bytes`]. Returns the index of the value that is the linked
    /// account, if there is one, or `None` if the row cannot have a shape.
    ///
    /// Each cell is the number of its column, in bytes that are not ASCII, and then its value, which is cut out, or the
    /// slug or auth type itself, which is ASCII: so different rows have different shapes. Those of another header mean
    /// something else.
    #[inline(always)]
    pub fn shape(&self, record: &Record<'_>, row_shape: &mut RowShape) -> Option<Option<usize>> {
        let bytes = record.bytes();
        // A lone cell may be a fault. With a mapping, other columns are the slug and the account.
        if self.mapping.is_some()
            || !record.is_visible_ascii
            || record.len() > self.columns.len()
            || record.len() == 1 && self.columns.len() > 1
        {
            return None;
        }
        row_shape.start();
        let mut account = None;
        let mut count = 0;
        for (index, (column, (start, end))) in self.columns.iter().zip(record.ranges()).enumerate() {
            let cell = bytes.get(start..end)?;
            let Some(first) = cell.first().filter(|_| !matches!(column, Column::Ignored)) else { continue };
            if *first == b' ' || index > MAX_COLUMN {
                return None;
            }
            row_shape.literal(&[0x80 | (index >> 7) as u8, 0x80 | (index & 0x7F) as u8])?;
            match column {
                Column::Slug | Column::AuthType => {
                    row_shape.literal(cell)?;
                    continue;
                }
                Column::Account => account = Some(count),
                Column::AuthObject => return None,
                Column::Field { .. } | Column::Typed { .. } | Column::Unnamed | Column::Ignored => {}
            }
            row_shape.value_at(start, end)?;
            count += 1;
        }
        row_shape.finish()?;
        Some(account)
    }
}

/// The last column whose number fits into a shape.
const MAX_COLUMN: usize = (1 << 14) - 1;

impl Column {
    /// Returns `true` if a value of the column is a field.
    pub(super) const fn is_field(&self) -> bool {
        matches!(self, Self::Field { .. } | Self::Typed { .. } | Self::Unnamed)
    }
}

fn app(catalog: &Catalog, slug: &[u8]) -> Option<&'static crate::catalog::App> {
    catalog.find(str::from_utf8(slug).ok()?)
}
