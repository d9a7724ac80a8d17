//! The parts of a row, and the request that they make.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::field_part::FieldPart;
use super::name_mapping::Mapping;
use super::target::Target;
use crate::request::json_scanner::{self, Scanner};
use crate::rows::RowFault;
use crate::rows::push_string::push_string;

/// The parts of a row. Each value is JSON.
#[derive(Default)]
pub(in crate::rows) struct RowParts<'a> {
    slug: Option<&'a [u8]>,
    account: Option<&'a [u8]>,
    auth_type: Option<&'a [u8]>,
    object: Option<&'a [u8]>,
    pub fields: Vec<FieldPart<'a>>,
    /// A target that has two values.
    repeated: Option<Target>,
}

/// A key of an auth_object, and its value as JSON.
type Entry<'a> = (Cow<'a, str>, &'a [u8]);

/// The keys of an auth_object: those of its auth types, and the others.
#[derive(Default)]
struct Entries<'a> {
    flat: Vec<Entry<'a>>,
    typed: Vec<(Cow<'a, str>, Vec<Entry<'a>>)>,
}

impl<'a> RowParts<'a> {
    /// Puts a value that is not a field.
    pub fn put(&mut self, target: &Target, json: &'a [u8]) {
        let place = match target {
            Target::Slug => &mut self.slug,
            Target::Account => &mut self.account,
            Target::AuthType => &mut self.auth_type,
            _ => &mut self.object,
        };
        if is_empty(json) {
            place.get_or_insert(json);
        } else if place.replace(json).is_some_and(|before| !is_empty(before)) {
            self.repeated = Some(target.clone());
        }
    }

    /// Writes the request. An integer becomes a string where it is the linked account, which is sent in a header.
    pub fn write(self, mapping: &'a Mapping, json: &mut Vec<u8>) -> Result<(), RowFault> {
        if let Some(target) = &self.repeated {
            return Err(RowFault::TwoValues { target: target.to_string(), is_csv: false });
        }
        let or_constant = |value: Option<&'a [u8]>, target: Target| match value {
            Some(value) if !is_empty(value) => Some(value),
            value => mapping.constant(&target).or(value),
        };
        json.clear();
        json.push(b'{');
        if let Some(slug) = or_constant(self.slug, Target::Slug) {
            json.extend_from_slice(b"\"slug\":");
            json.extend_from_slice(slug);
            json.push(b',');
        }
        if let Some(account) = or_constant(self.account, Target::Account) {
            json.extend_from_slice(b"\"linked_account_id\":");
            if account.iter().all(u8::is_ascii_digit) {
                push_string(json, account);
            } else {
                json.extend_from_slice(account);
            }
            json.push(b',');
        }
        self.write_auth_object(mapping, json)?;
        if json.last() == Some(&b',') {
            json.pop();
        }
        json.push(b'}');
        Ok(())
    }

    fn write_auth_object(self, mapping: &'a Mapping, json: &mut Vec<u8>) -> Result<(), RowFault> {
        const KEY: &[u8] = b"\"auth_object\":";
        let has_parts = !self.fields.is_empty() || mapping.makes_auth_object();
        let mut entries = Entries::default();
        match self.object {
            Some(object) if has_parts && object.starts_with(b"{") => entries.read(object, mapping),
            Some(object) if !has_parts || !is_empty(object) && self.fields.is_empty() => {
                json.extend_from_slice(KEY);
                json.extend_from_slice(object);
                return Ok(());
            }
            Some(object) if !is_empty(object) => {
                return Err(RowFault::TwoValues { target: Target::AuthObject.to_string(), is_csv: false });
            }
            _ if !has_parts => return Ok(()),
            _ => {}
        }
        for FieldPart { auth_type, name, json } in self.fields {
            let group = match auth_type {
                Some(auth_type) => entries.group(auth_type.into()),
                None => &mut entries.flat,
            };
            add(group, (name.into(), json))?;
        }
        let auth_type = self.auth_type.filter(|value| !is_empty(value));
        if let Some(name) = auth_type {
            entries.group(text_of(name));
        } else if let Some(name) = mapping.constant(&Target::AuthType)
            && entries.typed.is_empty()
        {
            entries.group(text_of(name));
        }
        entries.move_flat()?;
        for constant in mapping.field_constants() {
            entries.add_constant(constant);
        }
        json.extend_from_slice(KEY);
        entries.write(json);
        Ok(())
    }
}

impl<'a> Entries<'a> {
    /// Reads an object.
    fn read(&mut self, object: &'a [u8], mapping: &Mapping) {
        self.flat = members(object);
        if let [(key, inner)] = self.flat.as_slice()
            && inner.starts_with(b"{")
            && mapping.is_auth_type(key)
        {
            self.typed.push((key.clone(), members(inner)));
            self.flat.clear();
        }
    }

    /// Returns the entries of an auth type, which is added if it is missing.
    fn group(&mut self, auth_type: Cow<'a, str>) -> &mut Vec<Entry<'a>> {
        let at = self.typed.iter().position(|(name, _)| *name == auth_type).unwrap_or_else(|| {
            self.typed.push((auth_type, Vec::new()));
            self.typed.len() - 1
        });
        self.typed.get_mut(at).map_or(&mut self.flat, |(_, entries)| entries)
    }

    /// Moves entries without an auth type into the only one.
    fn move_flat(&mut self) -> Result<(), RowFault> {
        if let [(_, group)] = self.typed.as_mut_slice() {
            // An object may have a million keys.
            let mut known: BTreeMap<String, usize> = BTreeMap::new();
            for (index, (key, _)) in group.iter().enumerate() {
                known.insert(key.to_string(), index);
            }
            for entry in std::mem::take(&mut self.flat) {
                if known.insert(entry.0.to_string(), group.len()).is_some() {
                    return Err(two_values(&entry.0));
                }
                group.push(entry);
            }
        }
        Ok(())
    }

    /// Adds a field, unless the row has it or is of another auth type.
    fn add_constant(&mut self, FieldPart { auth_type, name, json }: FieldPart<'a>) {
        let group = match (self.typed.as_mut_slice(), auth_type) {
            ([(only, group)], wanted) if wanted.is_none_or(|wanted| wanted == only) => group,
            ([], None) => &mut self.flat,
            ([], Some(auth_type)) => {
                let flat = std::mem::take(&mut self.flat);
                self.typed.push((auth_type.into(), flat));
                return self.add_constant(FieldPart { auth_type: None, name, json });
            }
            _ => return,
        };
        if !group.iter().any(|(key, _)| key == name) {
            group.push((name.into(), json));
        }
    }

    fn write(self, json: &mut Vec<u8>) {
        json.push(b'{');
        push_entries(json, &self.flat);
        for (auth_type, entries) in &self.typed {
            if json.last() != Some(&b'{') {
                json.push(b',');
            }
            push_string(json, auth_type.as_bytes());
            json.extend_from_slice(b":{");
            push_entries(json, entries);
            json.push(b'}');
        }
        json.push(b'}');
    }
}

fn push_entries(json: &mut Vec<u8>, entries: &[Entry<'_>]) {
    for (index, (key, value)) in entries.iter().enumerate() {
        if index > 0 {
            json.push(b',');
        }
        push_string(json, key.as_bytes());
        json.push(b':');
        json.extend_from_slice(value);
    }
}

/// Adds an entry, unless there is one with its key.
fn add<'a>(entries: &mut Vec<Entry<'a>>, entry: Entry<'a>) -> Result<(), RowFault> {
    if entries.iter().any(|(key, _)| *key == entry.0) {
        return Err(two_values(&entry.0));
    }
    entries.push(entry);
    Ok(())
}

fn two_values(key: &str) -> RowFault {
    RowFault::TwoValues { target: crate::text::redact::key(key).into_owned(), is_csv: false }
}

/// Returns the members of an object that was read before.
fn members(object: &[u8]) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    let _ = json_scanner::object(object, |scanner: &mut Scanner<'_>| {
        scanner.members(|scanner, key| {
            let before = scanner.rest();
            scanner.value()?;
            let value = before.get(..before.len() - scanner.rest().len()).unwrap_or_default();
            entries.push((key.decode(), value));
            Ok(())
        })
    });
    entries
}

/// Returns the text of a JSON string, or other JSON as it is.
pub(in crate::rows) fn text_of(json: &[u8]) -> Cow<'_, str> {
    match json {
        [b'"', inner @ .., b'"'] => crate::request::JsonString::new(inner, inner.contains(&b'\\')).decode(),
        _ => Cow::Borrowed(str::from_utf8(json).unwrap_or_default()),
    }
}

/// Returns `true` for `null` and an empty string, which are a missing value.
pub(super) fn is_empty(json: &[u8]) -> bool {
    matches!(json, b"null" | b"\"\"")
}
