//! A request as a row of CSV.

use super::columns::Column;
use super::header::Header;
use super::object_cell::is_object;
use super::record::Record;
use crate::catalog::Catalog;
use crate::request::json_scanner::{self, Read, Scanner};
use crate::request::{Fault, JsonString, Kind, Value};
use crate::rows::mapping::{FieldPart, Mapping, Target, text_of};

/// The parts of a request that are in cells.
#[derive(Default)]
struct Parts<'a> {
    slug: Option<JsonString<'a>>,
    account: Option<JsonString<'a>>,
    /// The JSON of the auth_object, and its string if it is one.
    object: Option<(&'a [u8], Option<JsonString<'a>>)>,
    auth_type: Option<JsonString<'a>>,
    fields: Vec<(JsonString<'a>, JsonString<'a>)>,
    /// Whether it has something that cannot be in a cell, and whether only the auth_object has.
    is_odd: bool,
    is_object_odd: bool,
}

impl Header {
    /// Returns the row of a request (JSON), without its line end. Returns `None` if the row would be another request,
    /// because a value has no column or is not a string. `record` is the row in the file. If it has its values in the cell
    /// `auth_object`, the new row has too. Cells of columns that a mapping ignores stay.
    pub fn write(&self, request: &[u8], catalog: &Catalog, record: &Record<'_>) -> Option<Vec<u8>> {
        let mut parts = Parts::default();
        json_scanner::object(request, |scanner| parts.read(scanner)).ok()?;
        if parts.is_odd {
            return None;
        }
        let mut cells = Cells { header: self, texts: vec![Vec::new(); self.columns.len()] };
        for ((column, cell), text) in self.columns.iter().zip(record.cells()).zip(&mut cells.texts) {
            if matches!(column, Column::Ignored) {
                text.extend_from_slice(cell);
            }
        }
        cells.put_or_set(parts.slug, &Target::Slug, |column| matches!(column, Column::Slug))?;
        cells.put_or_set(parts.account, &Target::Account, |column| matches!(column, Column::Account))?;
        if let Some(at) = self.own.auth_object.filter(|at| !record.cell(*at).is_empty()) {
            if self.mapping.as_ref().is_some_and(Mapping::makes_auth_object) {
                return None;
            }
            let (json, text) = parts.object?;
            match text {
                Some(text) if is_object(text.decode().as_bytes()) => return None,
                Some(text) => cells.put(at, &text.decode())?,
                None => cells.put(at, str::from_utf8(json).ok()?)?,
            }
            // The auth type would be put around an object that has another one.
            let is_typed = parts.auth_type.is_some() && !parts.is_object_odd;
            if is_typed && self.own.auth_type.is_some() {
                cells.put_own(parts.auth_type, |column| matches!(column, Column::AuthType))?;
            }
        } else {
            if parts.is_object_odd || parts.object?.1.is_some() {
                return None;
            }
            let is_typed = |column: &Column| match column {
                Column::Typed { auth_type, .. } => parts.auth_type.is_some_and(|name| name.is(auth_type)),
                _ => false,
            };
            // A column of the auth type's fields says what the auth type is.
            if self.own.auth_type.is_some() || self.index(is_typed).is_none() {
                cells.put_or_set(parts.auth_type, &Target::AuthType, |column| matches!(column, Column::AuthType))?;
            }
            let slug = parts.slug.map(JsonString::decode).unwrap_or_default();
            let auth_type = parts.auth_type.map(JsonString::decode).unwrap_or_default();
            let app = catalog.find(&slug);
            for (name, value) in &parts.fields {
                let is_it = |column: &Column| {
                    column.is_field()
                        && (is_typed(column) || !matches!(column, Column::Typed { .. }))
                        && name.is(column.field(app, auth_type.as_bytes()))
                };
                if self.index(is_it).is_none() && self.is_constant(&auth_type, *name, *value) {
                    continue;
                }
                cells.put_own(Some(*value), is_it)?;
            }
            if !self.has_constants(&parts, &auth_type) {
                return None;
            }
        }
        let is_blank = cells.texts.iter().flatten().all(|byte| matches!(byte, b' ' | b'\t'));
        (!is_blank).then(|| cells.line())
    }
}

impl Header {
    /// Returns `true` if a mapping adds this field to rows without it.
    fn is_constant(&self, auth_type: &str, name: JsonString<'_>, value: JsonString<'_>) -> bool {
        self.constants(auth_type).any(|one| name.is(one.name) && text_of(one.json) == value.decode())
    }

    /// Returns `true` if the request has every field that a mapping would add to it.
    fn has_constants(&self, parts: &Parts<'_>, auth_type: &str) -> bool {
        self.constants(auth_type).all(|one| parts.fields.iter().any(|(name, _)| name.is(one.name)))
    }

    fn constants<'h>(&'h self, auth_type: &'h str) -> impl Iterator<Item = FieldPart<'h>> {
        let constants = self.mapping.iter().flat_map(Mapping::field_constants);
        constants.filter(move |one| one.auth_type.is_none_or(|wanted| wanted == auth_type || auth_type.is_empty()))
    }
}

impl<'a> Parts<'a> {
    fn read(&mut self, scanner: &mut Scanner<'a>) -> Read<()> {
        if scanner.peek() != Some(b'{') {
            return Err(Fault::NotObject(Kind::Null));
        }
        scanner.members(|scanner, key| {
            if key.is("auth_object") {
                self.is_odd |= self.object.is_some();
                return self.auth_object(scanner);
            }
            let value = match scanner.value()? {
                Value::String(value) => Some(value),
                _ => None,
            };
            let place = if key.is("slug") {
                Some(&mut self.slug)
            } else if key.is("linked_account_id") {
                Some(&mut self.account)
            } else {
                None
            };
            match (place, value) {
                (Some(place @ None), Some(value)) => *place = Some(value),
                _ => self.is_odd = true,
            }
            Ok(())
        })
    }

    fn auth_object(&mut self, scanner: &mut Scanner<'a>) -> Read<()> {
        if scanner.peek() != Some(b'{') {
            match scanner.value()? {
                Value::String(text) => self.object = Some((b"", Some(text))),
                _ => self.is_odd = true,
            }
            return Ok(());
        }
        let mut count = 0;
        let start = scanner.rest();
        scanner.members(|scanner, key| {
            count += 1;
            if scanner.peek() == Some(b'{') {
                self.is_object_odd |= count > 1;
                self.auth_type = Some(key);
                return scanner.members(|scanner, key| self.field(scanner, key));
            }
            self.is_object_odd |= self.auth_type.is_some();
            self.field(scanner, key)
        })?;
        let length = start.len() - scanner.rest().len();
        self.object = Some((start.get(..length).unwrap_or_default(), None));
        Ok(())
    }

    fn field(&mut self, scanner: &mut Scanner<'a>, key: JsonString<'a>) -> Read<()> {
        match scanner.value()? {
            Value::String(value) => self.fields.push((key, value)),
            _ => self.is_object_odd = true,
        }
        Ok(())
    }
}

/// The cells of a row.
struct Cells<'h> {
    header: &'h Header,
    texts: Vec<Vec<u8>>,
}

impl Cells<'_> {
    fn put_own(&mut self, value: Option<JsonString<'_>>, is_it: impl Fn(&Column) -> bool) -> Option<()> {
        match value {
            None => Some(()),
            Some(value) => self.put(self.header.index(is_it)?, &value.decode()),
        }
    }

    /// Puts a value that rows without it may get from a mapping.
    fn put_or_set(
        &mut self,
        value: Option<JsonString<'_>>,
        target: &Target,
        is_it: impl Fn(&Column) -> bool,
    ) -> Option<()> {
        let constant = self.header.mapping.as_ref().and_then(|mapping| mapping.constant(target));
        if let Some(constant) = constant {
            // A row without the value would get it again.
            let value = value?;
            if self.header.index(&is_it).is_none() {
                return (value.decode() == text_of(constant)).then_some(());
            }
        }
        self.put_own(value, is_it)
    }

    /// Returns `None` if there is a value already, or if it would be absent in the row.
    fn put(&mut self, at: usize, value: &str) -> Option<()> {
        let cell = self.texts.get_mut(at)?;
        if value.is_empty() || !cell.is_empty() {
            return None;
        }
        cell.extend_from_slice(value.as_bytes());
        Some(())
    }

    fn line(&self) -> Vec<u8> {
        let mut line = Vec::new();
        for (index, cell) in self.texts.iter().enumerate() {
            if index > 0 {
                line.push(self.header.delimiter);
            }
            let is_special = |byte: &u8| matches!(byte, b'"' | b'\r' | b'\n') || *byte == self.header.delimiter;
            let has_outer_space = str::from_utf8(cell).is_ok_and(|cell| cell.trim() != cell);
            if has_outer_space || cell.iter().any(is_special) {
                line.push(b'"');
                for byte in cell {
                    if *byte == b'"' {
                        line.push(b'"');
                    }
                    line.push(*byte);
                }
                line.push(b'"');
            } else {
                line.extend_from_slice(cell);
            }
        }
        line
    }
}

impl Drop for Cells<'_> {
    fn drop(&mut self) {
        for cell in &mut self.texts {
            cell.fill(0);
        }
    }
}
