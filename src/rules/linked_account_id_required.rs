//! Rule 2: for which linked account?

use std::borrow::Cow;

use super::Rule;
use crate::request::Text;
use crate::resolve::Resolved;
use crate::verdict::Reason;
use crate::verdict::{Code, Issue, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 2,
    code: Code::LinkedAccountIdRequired,
    status: 400,
    text: "linked_account_id is required",
    basis: TextBasis::Sibling,
    source: "the config fields endpoint of the same API, response 400",
    fails_when: "the header `linked_account_id` is absent or blank",
};

/// What stands in `error_code` instead of `SERVER_ERROR`.
pub(super) const ERROR_CODE: &str = "INVALID_LINKED_ACCOUNT_ID";

pub(super) fn check(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    let (field, label) = (Cow::Borrowed("linked_account_id"), Cow::Borrowed("linked account ID"));
    let reason = match resolved.request.linked_account_id {
        None => Reason::Missing { field, label },
        Some(id) if Text::plain(id).is_blank() => Reason::Blank { field, label, optional: false },
        Some(_) => return,
    };
    issues.push(RULE.issue(&["headers", "linked_account_id"], reason));
}
