//! Rule 3: is the body a JSON object?

use std::borrow::Cow;

use super::{Rule, path};
use crate::request::{Body, Invalid};
use crate::subject::{Scope, Subject, shown};
use crate::verdict::{Code, Issue, TextBasis};
use crate::writer::decimal;

pub(super) const RULE: Rule = Rule {
    number: 3,
    code: Code::InvalidJson,
    status: 400,
    text: "Request body must be a valid JSON object",
    basis: TextBasis::Inferred,
    source: "no document words this failure; RFC 8259 says what JSON is",
    fails_when: "the body is no JSON (RFC 8259, UTF-8), or no object",
};

pub(super) fn check(subject: &Subject<'_, '_>, issues: &mut Vec<Issue>) {
    if let Body::Invalid(invalid) = &subject.arrived.body {
        fail(subject, invalid, issues);
    }
}

#[cold]
#[inline(never)]
fn fail(subject: &Subject<'_, '_>, invalid: &Invalid<'_>, issues: &mut Vec<Issue>) {
    let mut help = invalid.fault.words().to_owned();
    if let Some(offset) = invalid.offset_bytes {
        help.push_str(" (byte ");
        help.push_str(decimal(offset as u64, &mut [0; 20]));
        help.push_str(", counted from 0)");
    }
    let path = if !invalid.path.is_empty() {
        invalid.path.iter().map(|&key| shown(crate::request::Text::plain(key))).collect()
    } else if subject.arrived.scope == Scope::Form {
        path(&["auth_object"])
    } else {
        path(&["body"])
    };
    issues.push(RULE.issue_saying(path, Cow::Borrowed(RULE.text)).help(help));
}
