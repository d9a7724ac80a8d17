//! Rule 2: the linked account is given.

use std::borrow::Cow;

use super::rule::{Rule, path};
use crate::request::{JsonString, Kind, Members, Scope, Value};
use crate::resolve::{Resolved, redacted};
use crate::verdict::{Certainty, Code, Issue, Reason, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 2,
    code: Code::LinkedAccountIdRequired,
    status: 400,
    title: "The linked_account_id is missing or blank",
    text: "linked_account_id is required",
    basis: TextBasis::Sibling,
    source: "the config fields endpoint of the same API, response 400",
    fails_when: "the header `linked_account_id` is missing or blank; in a row of a file, if it is blank or not a string, or if it is missing and the context lists the linked accounts",
    why: "Credentials belong to a linked account, the customer whose app they open. The endpoint ignores an ID in the body.",
    todo: "Send your own ID of the customer in the header `linked_account_id`.",
};

const NAME: &str = "linked_account_id";

/// The `error_code` of the response, instead of `SERVER_ERROR`.
pub(super) const ERROR_CODE: &str = "INVALID_LINKED_ACCOUNT_ID";

pub(super) fn check(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    match resolved.request.scope {
        Scope::Request => check_header(resolved, issues),
        Scope::Row => {
            if let Some(members) = resolved.members {
                check_row(members, resolved.context.linked_accounts.is_some(), issues);
            }
        }
        Scope::Form => {}
    }
}

fn check_header(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    let (field, label) = (Cow::Borrowed(NAME), Cow::Borrowed("linked account ID"));
    let reason = match resolved.request.linked_account_id {
        None => Reason::Missing { field, label, key: None },
        Some(id) if JsonString::unescaped(id).is_blank() => Reason::Blank { field, label, optional: false },
        Some(_) => return,
    };
    issues.push(RULE.issue(&["headers", NAME], reason));
}

/// A file may leave the linked account to the program that sends its rows, unless the caller lists the accounts. A row
/// that names one must name it as a string.
fn check_row(members: &Members<'_>, is_required: bool, issues: &mut Vec<Issue>) {
    let (field, label) = (Cow::Borrowed(NAME), Cow::Borrowed(NAME));
    let reason = match members.linked_account_id {
        Value::Absent if is_required => Reason::Missing { field, label, key: members.account_key.map(redacted) },
        Value::Absent => return,
        Value::String(id) if id.is_blank() => Reason::Blank { field, label, optional: false },
        Value::String(_) => return,
        other => {
            let (actual, label) = (other.kind().unwrap_or(Kind::Null), Cow::Borrowed("linked account ID"));
            Reason::WrongType { field, label, expected: Kind::String, actual }
        }
    };
    let message = Cow::Borrowed(RULE.text);
    issues.push(RULE.issue_with(path(&[NAME]), message, reason, Certainty::Certain));
}
