//! Rule 13: does the provider take the credentials?

use std::borrow::Cow;

use super::{Rule, path};
use crate::context::Verification;
use crate::resolve::Resolved;
use crate::verdict::Reason;
use crate::verdict::{Certainty, Code, Issue, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 13,
    code: Code::VerificationFailed,
    status: 500,
    text: "Failed to verify credentials: REASON",
    basis: TextBasis::Documented,
    source: "migrate-token.md, response \"500 Verification Failed\"",
    fails_when: "the caller's verifier rejects the credentials; asked only when all else passes",
};

pub(super) fn check(resolved: &Resolved<'_, '_>) -> Option<Issue> {
    let Some(Verification::Rejected(reason)) = resolved.context.verification else {
        return None;
    };
    let message = format!("Failed to verify credentials: {reason}");
    Some(RULE.issue_saying(path(&["auth_object"]), Cow::Owned(message), Reason::Verification, Certainty::Certain))
}
