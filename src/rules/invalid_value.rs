//! Rule 10: is every value a text?

use std::borrow::Cow;

use super::Rule;
use super::fields::in_order;
use crate::joined::joined;
use crate::request::{Entry, Value};
use crate::subject::Subject;
use crate::verdict::{Code, Issue, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 10,
    code: Code::InvalidValue,
    status: 400,
    text: "auth_object values must be valid strings",
    basis: TextBasis::Documented,
    source: "migrate-token-for-a-linked-account.md, response 400",
    fails_when: "a value is no string, or is a blank one (empty, or nothing but Unicode white space)",
};

pub(super) fn check(subject: &Subject<'_, '_>, issues: &mut Vec<Issue>) {
    if subject.entries.iter().any(is_bad) {
        fail(subject, issues);
    }
}

#[cold]
#[inline(never)]
fn fail(subject: &Subject<'_, '_>, issues: &mut Vec<Issue>) {
    for (name, entry) in in_order(subject, is_bad) {
        let help = match entry.value {
            Value::String(_) => Cow::Borrowed("This value is blank."),
            other => joined(&["This value is ", other.kind(), "; it must be a string."]).into(),
        };
        issues.push(RULE.issue_saying(subject.path_to(name), Cow::Borrowed(RULE.text)).help(help));
    }
}

fn is_bad(entry: &Entry<'_>) -> bool {
    match entry.value {
        Value::String(text) => text.is_blank(),
        _ => true,
    }
}
