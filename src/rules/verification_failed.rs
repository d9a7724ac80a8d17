//! Rule 13: the app accepts the credentials.

use std::borrow::Cow;

use super::rule::{Rule, path};
use crate::context::Verification;
use crate::resolve::Resolved;
use crate::verdict::{Certainty, Code, Issue, Reason, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 13,
    code: Code::VerificationFailed,
    status: 500,
    text: "Failed to verify credentials: REASON",
    basis: TextBasis::Documented,
    source: "migrate-token.md, response \"500 Verification Failed\"",
    fails_when: "the caller's verifier rejects the credentials; checked only if all other rules pass",
};

pub(super) fn check(resolved: &Resolved<'_, '_>) -> Option<Issue> {
    let Some(Verification::Rejected(reason)) = resolved.context.verification else {
        return None;
    };
    let message = format!("Failed to verify credentials: {reason}");
    Some(RULE.issue_with(path(&["auth_object"]), Cow::Owned(message), Reason::Verification, Certainty::Certain))
}
