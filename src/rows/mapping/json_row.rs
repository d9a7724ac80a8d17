//! Reads the parts of a row of JSON.

use super::field_part::FieldPart;
use super::name_mapping::Mapping;
use super::row_parts::{RowParts, is_empty};
use super::target::Target;
use crate::order::in_order;
use crate::request::json_scanner::{self, Read, Scanner};
use crate::request::{Fault, Kind};

impl Mapping {
    /// Reads a row. `found` gets the index of each source that the row has. Returns `None` if the row is not a JSON object.
    pub(in crate::rows) fn read<'a>(&'a self, row: &'a [u8], found: &mut dyn FnMut(usize)) -> Option<RowParts<'a>> {
        let mut reader = Reader { mapping: self, parts: RowParts::default(), found };
        let names: Vec<_> = self.sources().iter().map(|source| source.name.as_str()).enumerate().collect();
        let sorted = in_order(&names, |(_, a), (_, b)| a.cmp(b));
        let paths: Vec<_> = sorted.into_iter().filter_map(|place| names.get(place).copied()).collect();
        json_scanner::object(row, |scanner| match scanner.peek() {
            Some(b'{') => reader.members(scanner, &paths, 0, true),
            _ => Err(Fault::NotObject(Kind::Null)),
        })
        .ok()?;
        Some(reader.parts)
    }
}

struct Reader<'a, 'f> {
    mapping: &'a Mapping,
    parts: RowParts<'a>,
    found: &'f mut dyn FnMut(usize),
}

impl<'a> Reader<'a, '_> {
    /// Reads an object that starts here. `paths` are the sources in it, sorted, so that many sources and keys take little
    /// time. Their first bytes, of this number, lead to the object.
    fn members(
        &mut self,
        scanner: &mut Scanner<'a>,
        paths: &[(usize, &str)],
        skipped: usize,
        is_row: bool,
    ) -> Read<()> {
        scanner.members(|scanner, key| {
            let key = key.decode();
            let prefix = format!("{key}.");
            let starting_at = |name: &str| {
                let start = paths.partition_point(|(_, path)| path.get(skipped..).unwrap_or_default() < name);
                paths.get(start..).unwrap_or_default()
            };
            let source = starting_at(&key).first().filter(|(_, path)| path.get(skipped..) == Some(&*key));
            let source = source.map(|(index, _)| *index);
            let inner = starting_at(&prefix);
            let count = inner
                .iter()
                .take_while(|(_, path)| path.get(skipped..).is_some_and(|rest| rest.starts_with(&prefix)))
                .count();
            let inner = inner.get(..count).unwrap_or_default();
            let before = scanner.rest();
            if !inner.is_empty() && scanner.peek() == Some(b'{') {
                self.members(scanner, inner, skipped + prefix.len(), false)?;
            } else {
                scanner.value()?;
            }
            let json = before.get(..before.len() - scanner.rest().len()).unwrap_or_default();
            let target = match source {
                Some(index) => {
                    (self.found)(index);
                    self.mapping.sources().get(index).map(|source| source.target.clone())
                }
                None if is_row => own(&key),
                None => None,
            };
            if let Some(target) = target {
                self.put(&target, json);
            }
            Ok(())
        })
    }

    fn put(&mut self, target: &Target, json: &'a [u8]) {
        if *target == Target::Ignore {
            return;
        }
        if let Target::Field { auth_type, name } = *target {
            // A missing value, like an empty cell of CSV.
            if !is_empty(json) {
                self.parts.fields.push(FieldPart { auth_type, name, json });
            }
            return;
        }
        self.parts.put(target, json);
    }
}

/// The keys of a row that have their names already.
fn own(key: &str) -> Option<Target> {
    match key {
        "slug" => Some(Target::Slug),
        "linked_account_id" => Some(Target::Account),
        "auth_object" => Some(Target::AuthObject),
        _ => None,
    }
}
