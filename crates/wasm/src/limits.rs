//! The limits that JavaScript gives as numbers.

use auth_object::Limits;

/// Returns the limits of requests.
pub fn request_limits(request_bytes: usize, nesting: usize, keys: usize, cells: usize) -> Limits {
    let mut limits = Limits::default();
    limits.request_bytes = request_bytes;
    limits.nesting = nesting;
    limits.keys = keys;
    limits.cells = cells;
    limits
}
