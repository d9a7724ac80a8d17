//! Rows of JSON: maps their keys, and recognizes exports of other platforms.

use super::{RowCheck, as_it_is};
use crate::rows::cache::Values;
use crate::rows::exports::recognize;
use crate::rows::formats::{Place, Sink};
use crate::rows::{CheckedRow, Mapped, RowOutcome};

impl RowCheck<'_, '_> {
    /// Checks a row of JSON, whose keys a mapping may rename.
    pub(super) fn json_row(&mut self, row: &[u8], place: &Place, values: Option<Values<'_>>) {
        let Some(mapping) = self.state.mapping.clone() else {
            self.recognize(row);
            return self.row(row, place, values, &as_it_is);
        };
        let found = &mut self.state.found;
        let mut count = |index: usize| found.get_mut(index).into_iter().for_each(|count| *count += 1);
        let Some(parts) = mapping.read(row, &mut count) else { return self.row(row, place, None, &as_it_is) };
        let mut json = std::mem::take(&mut self.state.mapped);
        match parts.write(&mapping, &mut json) {
            Ok(()) => {
                let listed = self.state.report.rows.len();
                self.row(&json, place, None, &as_it_is);
                if let Some(CheckedRow { outcome: RowOutcome::Accepted { .. }, repaired: None, mapped, .. }) =
                    self.state.report.rows.get_mut(listed)
                {
                    *mapped = Some(Mapped { text: json.clone() });
                }
            }
            Err(fault) => self.fault(fault, place),
        }
        json.fill(0);
        self.state.mapped = json;
    }

    /// Compares the first row that is an object with the exports of other platforms.
    fn recognize(&mut self, row: &[u8]) {
        if !self.state.is_recognized && row.trim_ascii_start().starts_with(b"{") {
            self.state.is_recognized = true;
            self.state.report.export = recognize(row);
        }
    }
}
