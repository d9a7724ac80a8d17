//! Shared by rules 10 to 12: finds missing fields and keys that are not allowed.

use std::borrow::Cow;

use super::rule::{issue, likely_if};
use crate::catalog::{AuthType, suggest};
use crate::request::Shape;
use crate::request::{Entry, sort};
use crate::resolve::{Resolved, redacted};
use crate::verdict::{Certainty, Code, Issue, Reason, TextBasis};

/// The maximum number of unknown keys to report. A body of some megabytes may contain millions, and an issue takes a
/// hundred times as much memory as its key.
const MAX_UNKNOWN: usize = 1000;

/// Returns the wanted entries with their redacted keys: fields in the order of the schema, then other keys, sorted.
pub(super) fn in_order<'a>(resolved: &Resolved<'_, 'a>, wanted: Wanted) -> Vec<(Cow<'static, str>, Entry<'a>)> {
    let mut fields = Vec::new();
    for entry in resolved.entries {
        if wanted(entry)
            && let Some(index) = resolved.field_of(entry)
        {
            fields.push((index, *entry));
        }
    }
    let mut keyed = Vec::new();
    for (index, field) in resolved.auth_type.iter().flat_map(|auth_type| auth_type.fields.iter().enumerate()) {
        if let Some((_, entry)) = fields.iter().find(|(of, _)| *of == index) {
            keyed.push((Cow::Borrowed(field.name), *entry));
        }
    }
    for entry in unknown(resolved, wanted) {
        keyed.push((redacted(entry.key), entry));
    }
    keyed
}

/// Returns `true` for the entries to find.
type Wanted = fn(&Entry<'_>) -> bool;

/// Returns the wanted entries that are not fields, sorted.
fn unknown<'a>(resolved: &Resolved<'_, 'a>, wanted: Wanted) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for entry in resolved.entries {
        if wanted(entry) && resolved.field_of(entry).is_none() {
            entries.push(*entry);
        }
    }
    sort(&mut entries);
    entries.truncate(MAX_UNKNOWN);
    entries
}

/// Returns `true` if all keys are fields that the shape allows, and the fields are complete.
pub(super) fn fit(resolved: &Resolved<'_, '_>, auth_type: &AuthType) -> bool {
    resolved.unknown == 0 && resolved.typed_only == 0 && auth_type.is_satisfied_by(resolved.present)
}

/// Adds an issue for each missing required field, one for an incomplete set, and one for each key that is not allowed.
#[cold]
pub(super) fn check(
    resolved: &Resolved<'_, '_>,
    auth_type: &'static AuthType,
    (code, basis): (Code, TextBasis),
    message: Cow<'static, str>,
    issues: &mut Vec<Issue>,
) {
    let guessed = likely_if(!auth_type.basis.is_certain());
    let mut push = |name, reason, certainty| {
        issues.push(issue(code, basis, resolved.path_to(name), message.clone(), reason, certainty));
    };
    let app = resolved.app.map_or("", |app| app.brand);
    let closest = closest(auth_type, resolved.present);
    let first_lacking = closest.map(|set| (set & !resolved.present).trailing_zeros() as usize);
    for (index, field) in auth_type.fields.iter().enumerate() {
        let name = Cow::Borrowed(field.name);
        if auth_type.required & !resolved.present & (1 << index) != 0 {
            let reason = Reason::Missing { field: name.clone(), label: field.label(), key: None };
            push(name, reason, guessed);
        } else if let Some(closest) = closest.filter(|_| first_lacking == Some(index)) {
            push(name, incomplete(auth_type, app, closest, resolved.present), guessed);
        }
    }
    for field in auth_type.fields_of(resolved.typed_only) {
        let key = Cow::Borrowed(field.name);
        let reason = Reason::UnknownField {
            app,
            auth_type: auth_type.name,
            key: key.clone(),
            permitted: auth_type.names(permitted(resolved, auth_type)),
            suggestion: None,
            other_auth_type: None,
            typed_only: true,
        };
        push(key, reason, Certainty::Likely);
    }
    if resolved.unknown == 0 {
        return;
    }
    for entry in unknown(resolved, |_| true) {
        let key = entry.key.decode();
        let name = redacted(entry.key);
        let other_auth_type = resolved.app.and_then(|app| {
            let mut others = app.auth_types.iter().filter(|other| other.name != auth_type.name);
            others.find(|other| other.position(&key).is_some()).map(|other| other.name)
        });
        let reason = Reason::UnknownField {
            app,
            auth_type: auth_type.name,
            key: name.clone(),
            permitted: auth_type.names(permitted(resolved, auth_type)),
            suggestion: suggest::field(auth_type, &key),
            other_auth_type,
            typed_only: false,
        };
        push(name, reason, guessed);
    }
}

/// Returns the fields that the shape allows. A flat object may have client fields only if a set contains them.
fn permitted(resolved: &Resolved<'_, '_>, auth_type: &AuthType) -> u64 {
    if resolved.shape() == Some(Shape::Typed) {
        return u64::MAX;
    }
    let in_sets = auth_type.any_of.iter().fold(0, |all, set| all | set);
    !auth_type.client_fields() | in_sets
}

/// Returns the set of `any_of` with the most fields given, or `None` if a set is complete. The first one wins a tie.
fn closest(auth_type: &AuthType, present: u64) -> Option<u64> {
    if auth_type.any_of.iter().any(|set| set & !present == 0) {
        return None;
    }
    auth_type.any_of.iter().rev().max_by_key(|set| (*set & present).count_ones()).copied()
}

fn incomplete(auth_type: &'static AuthType, app: &'static str, closest: u64, present: u64) -> Reason {
    let mut all = 0;
    let mut sets = Vec::new();
    for set in auth_type.any_of {
        all |= set;
        sets.push(auth_type.names(*set));
    }
    let mut labels = Vec::new();
    for field in auth_type.fields_of(all) {
        labels.push((field.name, field.label()));
    }
    let (closest, lacking) = (auth_type.names(closest), auth_type.names(closest & !present));
    Reason::IncompleteSet { app, sets, closest, lacking, labels }
}
