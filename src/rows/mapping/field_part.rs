//! A field of a row.

/// A field, and its value as JSON.
#[derive(Clone, Copy)]
pub(in crate::rows) struct FieldPart<'a> {
    pub auth_type: Option<&'a str>,
    pub name: &'a str,
    pub json: &'a [u8],
}
