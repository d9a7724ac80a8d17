//! Rule 8: is there an auth_object?

use super::{Rule, path};
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
    let help = match members.auth_object.value {
        Value::Object => return,
        Value::Absent => "The body has no auth_object; it holds the fields of the app's auth schema.".to_owned(),
        other => ["auth_object is ", other.kind(), "; it must be an object with the fields of the app's auth schema."]
            .concat(),
    };
    issues.push(RULE.issue(path(["auth_object"])).help(help));
}
