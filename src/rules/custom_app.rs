//! Rule 5: the app is not a custom app.

use std::borrow::Cow;

use super::rule::{Rule, path};
use crate::resolve::Resolved;
use crate::verdict::{Code, Issue, Reason, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 5,
    code: Code::CustomApp,
    status: 200,
    title: "Custom apps are not supported",
    text: "Custom apps are not supported for this endpoint.",
    basis: TextBasis::Documented,
    source: "migrate-token.md, response \"200 Validation Error\"",
    fails_when: "`slug` is `custom`, or the context lists it as a custom app; likely also if it starts with `custom-` and is unknown",
    why: "The endpoint has no schema for a custom app. It rejects the request, although its status is 200.",
    todo: "Connect the app through its own connect flow.",
};

pub(super) fn check(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    if let Some(certainty) = resolved.custom {
        issues.push(RULE.issue_with(path(&["slug"]), Cow::Borrowed(RULE.text), Reason::CustomApp, certainty));
    }
}
