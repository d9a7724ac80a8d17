//! Reads the parts of a row of JSON.

use std::collections::BTreeMap;

use super::field_part::FieldPart;
use super::name_mapping::Mapping;
use super::row_parts::{RowParts, is_empty};
use super::target::Target;
use crate::request::json_scanner::{self, Read, Scanner};
use crate::request::{Fault, Kind};

impl Mapping {
    /// Reads a row. `found` gets the index of each source that the row has. Returns `None` if the row is not a JSON object.
    pub(in crate::rows) fn read<'a>(&'a self, row: &'a [u8], found: &mut dyn FnMut(usize)) -> Option<RowParts<'a>> {
        let mut reader = Reader { mapping: self, parts: RowParts::default(), found };
        let mut paths = Paths::new();
        for (index, source) in self.sources().iter().enumerate() {
            paths.entry(&source.name).or_insert(index);
        }
        json_scanner::object(row, |scanner| match scanner.peek() {
            Some(b'{') => reader.members(scanner, &paths, true),
            _ => Err(Fault::NotObject(Kind::Null)),
        })
        .ok()?;
        Some(reader.parts)
    }
}

/// The sources in an object, relative to it, and their indexes. It is sorted, so that many sources and keys take little
/// time.
type Paths<'p> = BTreeMap<&'p str, usize>;

struct Reader<'a, 'f> {
    mapping: &'a Mapping,
    parts: RowParts<'a>,
    found: &'f mut dyn FnMut(usize),
}

impl<'a> Reader<'a, '_> {
    /// Reads an object that starts here.
    fn members(&mut self, scanner: &mut Scanner<'a>, paths: &Paths<'_>, is_row: bool) -> Read<()> {
        scanner.members(|scanner, key| {
            let key = key.decode();
            let source = paths.get(&*key).copied();
            let prefix = format!("{key}.");
            let within = paths.range(prefix.as_str()..);
            let inner: Paths<'_> =
                within.map_while(|(path, index)| Some((path.strip_prefix(&prefix)?, *index))).collect();
            let before = scanner.rest();
            if !inner.is_empty() && scanner.peek() == Some(b'{') {
                self.members(scanner, &inner, false)?;
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
