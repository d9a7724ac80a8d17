//! Rule 5: custom apps are not for this endpoint.

use super::Rule;
use crate::subject::Subject;
use crate::verdict::{Code, Issue, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 5,
    code: Code::CustomApp,
    status: 200,
    text: "Custom apps are not supported for this endpoint.",
    basis: TextBasis::Documented,
    source: "migrate-token.md, response \"200 Validation Error\"",
    fails_when: "`slug` is `custom`, or one that the context lists as a custom app",
};

pub(super) fn check(subject: &Subject<'_, '_>, issues: &mut Vec<Issue>) {
    if subject.custom {
        issues.push(RULE.issue(&["slug"]).help(
            "The answer has status 200 and still is a refusal: look for error in the body. Connect a custom app through its connect flow.",
        ));
    }
}
