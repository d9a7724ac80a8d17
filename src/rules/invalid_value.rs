//! Rule 10: every value is a string that is not blank.

use std::borrow::Cow;

use super::fields::in_order;
use super::rule::Rule;
use crate::request::{Entry, Kind, Value};
use crate::resolve::Resolved;
use crate::verdict::{Certainty, Code, Issue, Reason, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 10,
    code: Code::InvalidValue,
    status: 400,
    title: "A value is not a string, or is blank",
    text: "auth_object values must be valid strings",
    basis: TextBasis::Documented,
    source: "migrate-token-for-a-linked-account.md, response 400",
    fails_when: "a value is not a string, or is blank (empty or all Unicode white space)",
    why: "Every credential is a string. A number, `null` or an empty string cannot be one.",
    todo: "Put numbers in quotes, enter a missing value, or leave out a field that is optional.",
};

pub(super) fn check(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    if resolved.entries.iter().any(is_bad) {
        fail(resolved, issues);
    }
}

#[cold]
#[inline(never)]
fn fail(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    for (name, entry) in in_order(resolved, is_bad) {
        let index = resolved.field_of(&entry);
        let known = index.and_then(|index| resolved.auth_type?.fields.get(index));
        let label = known.map_or_else(|| name.clone(), |field| field.label());
        let field = name.clone();
        let reason = match entry.value.kind() {
            None | Some(Kind::String) => {
                let optional = index.is_none_or(|index| is_optional(resolved, index));
                Reason::Blank { field, label, optional }
            }
            Some(actual) => Reason::WrongType { field, label, expected: Kind::String, actual },
        };
        let path = resolved.path_to(name);
        issues.push(RULE.issue_with(path, Cow::Borrowed(RULE.text), reason, Certainty::Certain));
    }
}

/// Returns `true` if the request is complete without the field.
fn is_optional(resolved: &Resolved<'_, '_>, index: usize) -> bool {
    resolved.auth_type.is_some_and(|auth_type| {
        let field = 1 << index;
        let in_sets = auth_type.any_of.iter().any(|set| set & field != 0);
        auth_type.required & field == 0 && (!in_sets || auth_type.is_satisfied_by(resolved.present & !field))
    })
}

fn is_bad(entry: &Entry<'_>) -> bool {
    match entry.value {
        Value::String(text) => text.is_blank(),
        _ => true,
    }
}
