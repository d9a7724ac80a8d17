//! Rule 8: auth_object is an object.

use std::borrow::Cow;

use super::rule::Rule;
use crate::request::{Kind, Value};
use crate::resolve::Resolved;
use crate::verdict::{Code, Issue, Reason, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 8,
    code: Code::AuthObjectRequired,
    status: 400,
    title: "The auth_object is missing or not an object",
    text: "auth_object is required",
    basis: TextBasis::Inferred,
    source: "both documents mark `auth_object` as required; neither has a message",
    fails_when: "`auth_object` is missing, null, or not an object",
    why: "The auth_object contains the credentials.",
    todo: "Send the fields of the app in `auth_object`.",
};

pub(super) fn check(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    let Some(members) = resolved.members else {
        return;
    };
    if !members.auth_object.value.is_object() {
        fail(members.auth_object.value, issues);
    }
}

#[cold]
#[inline(never)]
fn fail(value: Value<'_>, issues: &mut Vec<Issue>) {
    let (field, label) = (Cow::Borrowed("auth_object"), Cow::Borrowed("auth_object"));
    let reason = match value.kind() {
        None => Reason::Missing { field, label, key: None },
        Some(actual) => Reason::WrongType { field, label, expected: Kind::Object, actual },
    };
    issues.push(RULE.issue(&["auth_object"], reason));
}
