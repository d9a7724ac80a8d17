//! Rule 7: the linked account exists.

use std::borrow::Cow;

use super::rule::{Rule, path};
use crate::request::{Environment, JsonString, Scope, Value};
use crate::resolve::Resolved;
use crate::text::header_value;
use crate::verdict::{Certainty, Code, Issue, Reason, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 7,
    code: Code::LinkedAccountNotFound,
    status: 400,
    title: "The linked account does not exist",
    text: "linked account with id ID does not exist in ENV environment",
    basis: TextBasis::Documented,
    source: "migrate-token-for-a-linked-account.md, response 400",
    fails_when: "the context lists the linked accounts, and this one is not in the list",
    why: "Credentials can only be stored for a linked account of the same environment.",
    todo: "Create the linked account first, in the environment of the API key: keys that start with `pk` are for production, `tk` for test.",
};

pub(super) fn check(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    let Some(known) = resolved.context.linked_accounts else {
        return;
    };
    let (id, place) = match (resolved.request.scope, resolved.members.map(|members| members.linked_account_id)) {
        (Scope::Request, _) => {
            (resolved.request.linked_account_id.map(JsonString::unescaped), &["headers", "linked_account_id"][..])
        }
        (Scope::Row, Some(Value::String(id))) => (Some(id), &["linked_account_id"][..]),
        _ => return,
    };
    let Some(id) = id.filter(|id| !id.is_blank()).map(JsonString::decode) else {
        return;
    };
    let id = header_value(&id);
    if !known(id) {
        fail(resolved, id, place, issues);
    }
}

#[cold]
#[inline(never)]
fn fail(resolved: &Resolved<'_, '_>, id: &str, place: &[&'static str], issues: &mut Vec<Issue>) {
    let environment = resolved.environment().unwrap_or(Environment::Test);
    let message = format!("linked account with id {id} does not exist in {environment} environment");
    issues.push(RULE.issue_with(path(place), Cow::Owned(message), Reason::UnknownAccount, Certainty::Certain));
}
