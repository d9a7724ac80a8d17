//! The white space of JSON.

/// Returns `true` for the white space of JSON.
pub(super) const fn is_white_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}
