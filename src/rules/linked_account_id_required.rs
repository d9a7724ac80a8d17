//! Rule 2: for which linked account?

use super::Rule;
use crate::request::Text;
use crate::subject::Subject;
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

pub(super) fn check(subject: &Subject<'_, '_>, issues: &mut Vec<Issue>) {
    if subject.arrived.linked_account_id.is_some_and(|id| !Text::plain(id).is_blank()) {
        return;
    }
    issues.push(
        RULE.issue(&["headers", "linked_account_id"])
            .help("Send your own id of the customer in the header linked_account_id; one in the body is not read."),
    );
}
