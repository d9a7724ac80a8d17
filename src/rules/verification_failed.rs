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
    title: "The app rejects the credentials",
    text: "Failed to verify credentials: REASON",
    basis: TextBasis::Documented,
    source: "migrate-token.md, response \"500 Verification Failed\"",
    fails_when: "the caller's verifier rejects the credentials; checked only if all other rules pass",
    why: "The service tries the credentials on the app before it stores them. Only a verifier that you give can know the result without the service.",
    todo: "Check every value, or create new credentials.",
};

pub(super) fn check(resolved: &Resolved<'_, '_>) -> Option<Issue> {
    let Some(Verification::Rejected(reason)) = resolved.context.verification else {
        return None;
    };
    let message = format!("Failed to verify credentials: {reason}");
    Some(RULE.issue_with(path(&["auth_object"]), Cow::Owned(message), Reason::Verification, Certainty::Certain))
}
