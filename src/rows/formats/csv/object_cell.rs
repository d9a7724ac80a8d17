//! The cell `auth_object`: a JSON object, as a database exports it.

use crate::limits::Limits;
use crate::request::{Body, Members, Position, json};
use crate::rows::RowFault;
use crate::rows::push_string::push_string;

/// Writes the auth_object of a cell. An object is written as it is, inside of the auth type if it is not there already.
/// Anything else becomes a string, which the rules reject.
pub(super) fn write(cell: &[u8], auth_type: &[u8], limits: &Limits, json: &mut Vec<u8>) -> Result<(), RowFault> {
    if !is_object(cell) {
        push_string(json, cell);
        return Ok(());
    }
    let members = check(cell, limits)?;
    let auth_type_name = str::from_utf8(auth_type).unwrap_or_default();
    let is_typed = match members.auth_object.entries.as_slice() {
        [entry] => entry.key.is(auth_type_name),
        _ => false,
    };
    if auth_type.is_empty() || is_typed {
        json.extend_from_slice(cell);
    } else {
        json.push(b'{');
        push_string(json, auth_type);
        json.push(b':');
        json.extend_from_slice(cell);
        json.push(b'}');
    }
    Ok(())
}

/// Reads an object, so that it can be written as it is.
pub(super) fn check<'a>(cell: &'a [u8], limits: &Limits) -> Result<Members<'a>, RowFault> {
    if let Some(limit) = limits.exceeded_inside(cell) {
        return Err(RowFault::too_large(limit, limits));
    }
    let mut members = Members::default();
    if let Body::Invalid(invalid) = json::read_auth_object(cell, &mut members) {
        return Err(RowFault::ObjectCell { what: invalid.fault, character: character(cell, invalid.position) });
    }
    Ok(members)
}

/// Returns `true` if a cell looks like a JSON object.
pub(super) fn is_object(cell: &[u8]) -> bool {
    cell.trim_ascii_start().starts_with(b"{")
}

/// Returns the character of a cell at this position, counted from 1 in UTF-16 code units.
fn character(cell: &[u8], position: Position) -> u32 {
    let mut before = 0;
    for line in cell.split_inclusive(|byte| *byte == b'\n').take(position.line.saturating_sub(1) as usize) {
        before += Position::of(line, line.len().saturating_sub(1)).column;
    }
    before.saturating_add(position.column)
}
