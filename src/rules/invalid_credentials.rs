//! Rule 1: who is asking?

use super::Rule;
use crate::request::Text;
use crate::subject::Subject;
use crate::verdict::{Code, Issue, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 1,
    code: Code::InvalidCredentials,
    status: 401,
    text: "Invalid Credentials",
    basis: TextBasis::Documented,
    source: "migrate-token-for-a-linked-account.md, response 401 (its example lacks a comma; the answer here is valid JSON)",
    fails_when: "`x-api-key` is absent, blank, or one that the context says is unknown",
};

pub(super) fn check(subject: &Subject<'_, '_>, issues: &mut Vec<Issue>) {
    let help = match subject.arrived.api_key {
        None => "The header x-api-key is missing. Find the key under Settings → Credentials.",
        Some(key) if Text::plain(key).is_blank() => {
            "The header x-api-key is blank. Find the key under Settings → Credentials."
        }
        Some(key) if subject.context.api_keys.is_some_and(|known| !known(key)) => {
            "The header x-api-key holds none of the known keys."
        }
        Some(_) => return,
    };
    issues.push(RULE.issue(&["headers", "x-api-key"]).help(help));
}
