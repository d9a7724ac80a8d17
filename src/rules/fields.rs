//! What rules 11 and 12 share: which keys are no fields, and which fields are missing.

use std::borrow::Cow;

use crate::catalog::{AuthType, suggest};
use crate::joined::joined;
use crate::request::{Entry, sort};
use crate::subject::{Subject, shown};
use crate::verdict::{Code, Issue, TextBasis};

/// Of more unknown keys than this, the first are told: a body of some megabytes may hold millions of them, and each
/// failure takes a hundred times as much memory as its key.
const MOST_UNKNOWN: usize = 1000;

/// The wanted entries with their shown keys: fields in schema order, then the other keys sorted.
pub(super) fn in_order<'a>(subject: &Subject<'_, 'a>, wanted: Wanted) -> Vec<(Cow<'static, str>, Entry<'a>)> {
    let mut fields = Vec::new();
    for entry in subject.entries {
        if wanted(entry)
            && let Some(index) = subject.field_of(entry)
        {
            fields.push((index, *entry));
        }
    }
    let mut keyed = Vec::new();
    for (index, field) in subject.auth_type.iter().flat_map(|auth_type| auth_type.fields.iter().enumerate()) {
        if let Some((_, entry)) = fields.iter().find(|(of, _)| *of == index) {
            keyed.push((Cow::Borrowed(field.name), *entry));
        }
    }
    for entry in unknown(subject, wanted) {
        keyed.push((shown(entry.key), entry));
    }
    keyed
}

/// Which entries are asked for.
type Wanted = fn(&Entry<'_>) -> bool;

/// The wanted entries that are no fields, sorted.
fn unknown<'a>(subject: &Subject<'_, 'a>, wanted: Wanted) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for entry in subject.entries {
        if wanted(entry) && subject.field_of(entry).is_none() {
            entries.push(*entry);
        }
    }
    sort(&mut entries);
    entries.truncate(MOST_UNKNOWN);
    entries
}

/// Whether the keys are just fields of the auth type, and enough of them.
pub(super) fn fit(subject: &Subject<'_, '_>, auth_type: &AuthType) -> bool {
    subject.unknown == 0 && auth_type.is_satisfied_by(subject.present)
}

/// A failure for each missing field, then for each key that is no field.
#[cold]
pub(super) fn check(
    subject: &Subject<'_, '_>,
    auth_type: &'static AuthType,
    (code, basis): (Code, TextBasis),
    message: Cow<'static, str>,
    issues: &mut Vec<Issue>,
) {
    let guessed = !auth_type.basis.is_certain();
    let issue = |name, help: String| {
        super::issue(code, basis, subject.path_to(name), message.clone()).help(help).likely_if(guessed)
    };
    let missing = missing(auth_type, subject.present);
    for (index, field) in auth_type.fields.iter().enumerate() {
        if missing.fields & (1 << index) != 0 {
            let help = if auth_type.required & (1 << index) != 0 || missing.choices.is_empty() {
                joined(&["The required field ", field.name, " is missing."])
            } else {
                joined(&[field.name, " is missing. One of these sets is needed: ", &missing.choices, "."])
            };
            issues.push(issue(Cow::Borrowed(field.name), help));
        }
    }
    if subject.unknown == 0 {
        return;
    }
    for entry in unknown(subject, |_| true) {
        let key = entry.key.decode();
        let name = shown(entry.key);
        let help = unknown_key(subject, auth_type, &name, &key);
        issues.push(issue(name, help).suggest(subject.suggestion(|| suggest::field(auth_type, &key))));
    }
}

fn unknown_key(subject: &Subject<'_, '_>, auth_type: &AuthType, name: &str, key: &str) -> String {
    let mut help = joined(&["\"", name, "\" is no field of ", auth_type.name]);
    if let Some(app) = subject.app {
        help.push_str(" of ");
        help.push_str(app.name);
        let others = app.auth_types.iter().filter(|other| other.name != auth_type.name);
        for other in others.filter(|other| other.position(key).is_some()) {
            help.push_str(", but one of its ");
            help.push_str(other.name);
        }
    }
    help.push_str(". Permitted: ");
    push_names(&mut help, auth_type, u64::MAX, ", ");
    help.push('.');
    help
}

struct Missing {
    /// The missing fields, as a mask.
    fields: u64,
    /// The sets of `any_of` in words, where none is whole.
    choices: String,
}

fn missing(auth_type: &AuthType, present: u64) -> Missing {
    let mut fields = auth_type.required & !present;
    let mut choices = String::new();
    if !auth_type.any_of.is_empty() && auth_type.any_of.iter().all(|set| set & !present != 0) {
        // The set that is nearest to whole, the first when equal.
        let nearest = auth_type.any_of.iter().rev().max_by_key(|set| (*set & present).count_ones());
        fields |= nearest.map_or(0, |set| set & !present);
        for set in auth_type.any_of {
            if !choices.is_empty() {
                choices.push_str(" / ");
            }
            push_names(&mut choices, auth_type, *set, " + ");
        }
    }
    Missing { fields, choices }
}

/// The names of the fields of a mask, in schema order.
pub(super) fn push_names(text: &mut String, auth_type: &AuthType, mask: u64, between: &str) {
    let mut first = true;
    for (index, field) in auth_type.fields.iter().enumerate() {
        if mask & (1 << index) != 0 {
            if !first {
                text.push_str(between);
            }
            first = false;
            text.push_str(field.name);
        }
    }
}
