//! Rule 2: the linked account is given.

use std::borrow::Cow;

use super::rule::Rule;
use crate::request::JsonString;
use crate::resolve::Resolved;
use crate::verdict::{Code, Issue, Reason, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 2,
    code: Code::LinkedAccountIdRequired,
    status: 400,
    title: "The linked_account_id is missing or blank",
    text: "linked_account_id is required",
    basis: TextBasis::Sibling,
    source: "the config fields endpoint of the same API, response 400",
    fails_when: "the header `linked_account_id` is missing or blank",
    why: "Credentials belong to a linked account, the customer whose app they open. The endpoint ignores an ID in the body.",
    todo: "Send your own ID of the customer in the header `linked_account_id`.",
};

/// The `error_code` of the response, instead of `SERVER_ERROR`.
pub(super) const ERROR_CODE: &str = "INVALID_LINKED_ACCOUNT_ID";

pub(super) fn check(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    let (field, label) = (Cow::Borrowed("linked_account_id"), Cow::Borrowed("linked account ID"));
    let reason = match resolved.request.linked_account_id {
        None => Reason::Missing { field, label },
        Some(id) if JsonString::unescaped(id).is_blank() => Reason::Blank { field, label, optional: false },
        Some(_) => return,
    };
    issues.push(RULE.issue(&["headers", "linked_account_id"], reason));
}
