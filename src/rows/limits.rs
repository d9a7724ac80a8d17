//! The limits of a row.

/// The limits of a row. A row that exceeds one is rejected as `too_large`, and the rows after it are checked.
///
/// ```
/// use auth_object::rows::Limits;
///
/// let mut limits = Limits::default();
/// limits.row_bytes = 1 << 20;
/// assert_eq!(limits.nesting, Limits::NESTING);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The length of a row in bytes.
    pub row_bytes: usize,
    /// How many objects and arrays may be inside each other.
    pub nesting: usize,
    /// The number of cells of a row of CSV.
    pub cells: usize,
}

impl Limits {
    /// The default of [`Limits::row_bytes`]: 16 MiB.
    pub const ROW_BYTES: usize = 1 << 24;
    /// The default of [`Limits::nesting`].
    pub const NESTING: usize = 1000;
    /// The default of [`Limits::cells`]: the maximum of a spreadsheet.
    pub const CELLS: usize = 1 << 14;
}

impl Default for Limits {
    fn default() -> Self {
        Self { row_bytes: Self::ROW_BYTES, nesting: Self::NESTING, cells: Self::CELLS }
    }
}
