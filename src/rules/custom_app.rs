//! Rule 5: custom apps are not for this endpoint.

use std::borrow::Cow;

use super::{Rule, path};
use crate::resolve::Resolved;
use crate::verdict::Reason;
use crate::verdict::{Code, Issue, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 5,
    code: Code::CustomApp,
    status: 200,
    text: "Custom apps are not supported for this endpoint.",
    basis: TextBasis::Documented,
    source: "migrate-token.md, response \"200 Validation Error\"",
    fails_when: "`slug` is `custom`, or one that the context lists as a custom app; likely also for a slug that starts with `custom-` and is in no catalogue",
};

pub(super) fn check(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    if let Some(certainty) = resolved.custom {
        issues.push(RULE.issue_saying(path(&["slug"]), Cow::Borrowed(RULE.text), Reason::CustomApp, certainty));
    }
}
