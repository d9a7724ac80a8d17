//! Rule 8: is there an auth_object?

use super::Rule;
use crate::joined::joined;
use crate::request::Value;
use crate::subject::Subject;
use crate::verdict::{Code, Issue, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 8,
    code: Code::AuthObjectRequired,
    status: 400,
    text: "auth_object is required",
    basis: TextBasis::Inferred,
    source: "both documents mark `auth_object` as required; neither words the failure",
    fails_when: "`auth_object` is absent, null, or no object",
};

pub(super) fn check(subject: &Subject<'_, '_>, issues: &mut Vec<Issue>) {
    let Some(members) = subject.members else {
        return;
    };
    if !members.auth_object.value.is_object() {
        fail(members.auth_object.value, issues);
    }
}

#[cold]
#[inline(never)]
fn fail(value: Value<'_>, issues: &mut Vec<Issue>) {
    let help = match value {
        Value::Absent => "The body has no auth_object; it holds the fields of the app's auth schema.".to_owned(),
        other => joined(&[
            "auth_object is ",
            other.kind(),
            "; it must be an object with the fields of the app's auth schema.",
        ]),
    };
    issues.push(RULE.issue(&["auth_object"]).help(help));
}
