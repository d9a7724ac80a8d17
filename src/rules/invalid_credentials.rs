//! Rule 1: the API key is valid.

use std::borrow::Cow;

use super::rule::Rule;
use crate::request::JsonString;
use crate::resolve::Resolved;
use crate::verdict::{Code, Issue, Reason, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 1,
    code: Code::InvalidCredentials,
    status: 401,
    title: "The x-api-key is missing, blank or unknown",
    text: "Invalid Credentials",
    basis: TextBasis::Documented,
    source: "migrate-token-for-a-linked-account.md, response 401 (its example lacks a comma; the answer here is valid JSON)",
    fails_when: "`x-api-key` is missing, blank, or not one of the keys in the context",
    why: "The endpoint does not know who sends the request.",
    todo: "Send your API key in the header `x-api-key`. Find it under Settings → Credentials. Without a list of keys in the context, any key that is not blank passes.",
};

pub(super) fn check(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    let (field, label) = (Cow::Borrowed("x-api-key"), Cow::Borrowed("API key"));
    let reason = match resolved.request.api_key {
        None => Reason::Missing { field, label, key: None },
        Some(key) if JsonString::unescaped(key).is_blank() => Reason::Blank { field, label, optional: false },
        Some(key) if resolved.context.api_keys.is_some_and(|known| !known(key)) => Reason::UnknownKey,
        Some(_) => return,
    };
    issues.push(RULE.issue(&["headers", "x-api-key"], reason));
}
