//! Rule 3: the body is a JSON object.

use std::borrow::Cow;

use super::rule::{Rule, path};
use crate::request::Scope;
use crate::request::{Body, Fault, Invalid, Position};
use crate::resolve::{Resolved, redacted};
use crate::verdict::{Certainty, Code, Issue, Reason, TextBasis};

/// The message of the rule.
pub(crate) const MESSAGE: &str = "Request body must be a valid JSON object";

pub(super) const RULE: Rule = Rule {
    number: 3,
    code: Code::InvalidJson,
    status: 400,
    title: "The body is not a JSON object",
    text: MESSAGE,
    basis: TextBasis::Inferred,
    source: "no document has a message; RFC 8259 defines JSON",
    fails_when: "the body is not valid JSON (RFC 8259, UTF-8), is not an object, or exceeds a limit of size",
    why: "The endpoint cannot read the request.",
    todo: "Correct the JSON at the line and column that the issue gives. Let a JSON library write the body instead of joining strings.",
};

pub(super) fn check(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    if let Body::Invalid(invalid) = resolved.body {
        fail(resolved, invalid, issues);
    }
}

#[cold]
#[inline(never)]
fn fail(resolved: &Resolved<'_, '_>, invalid: &Invalid<'_>, issues: &mut Vec<Issue>) {
    let Position { line, column } = invalid.position;
    let reason = match invalid.fault {
        Fault::NotObject(actual) => Reason::NotObject { actual },
        Fault::TooLarge(what) => Reason::TooLarge { what, limit: resolved.context.limits.get(what) },
        what @ (Fault::Cycle | Fault::BigInt | Fault::Threw | Fault::TooDeep) => Reason::NotSerialisable { what },
        what => Reason::NotJson { what, line, column },
    };
    let path = if !invalid.path.is_empty() {
        invalid.path.iter().map(|&key| redacted(crate::request::JsonString::unescaped(key))).collect()
    } else if resolved.request.scope == Scope::Form {
        path(&["auth_object"])
    } else {
        path(&["body"])
    };
    issues.push(RULE.issue_with(path, Cow::Borrowed(RULE.text), reason, Certainty::Certain));
}
