//! The limits of a case.

use auth_object::Limits;
use serde::Deserialize;

/// The limits that differ from the defaults.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CaseLimits {
    request_bytes: Option<usize>,
    nesting: Option<usize>,
    keys: Option<usize>,
    cells: Option<usize>,
}

impl CaseLimits {
    pub fn all(&self) -> Limits {
        let mut limits = Limits::default();
        limits.request_bytes = self.request_bytes.unwrap_or(limits.request_bytes);
        limits.nesting = self.nesting.unwrap_or(limits.nesting);
        limits.keys = self.keys.unwrap_or(limits.keys);
        limits.cells = self.cells.unwrap_or(limits.cells);
        limits
    }
}
