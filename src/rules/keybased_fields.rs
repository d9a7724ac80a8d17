//! Rule 12: the fields are those of `keybased`, or of an auth type other than `oauth2`.

use std::borrow::Cow;

use super::fields;
use super::rule::Rule;
use crate::catalog::{App, AuthType};
use crate::resolve::Resolved;
use crate::verdict::{Code, Issue, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 12,
    code: Code::KeybasedFields,
    status: 400,
    title: "The fields do not fit the keybased auth type of the app",
    text: "FIELDS only permitted in auth_object of auth_type: key_based for application NAME.",
    basis: TextBasis::Documented,
    source: "migrate-token-for-a-linked-account.md, response 400; how it is read: docs/decisions/two-readings.md",
    fails_when: "auth type `keybased` (or another than `oauth2`, then with its own name), and a key is not one of its fields, or a required field is missing",
    why: "The endpoint accepts only the fields of the schema, and needs the required ones.",
    todo: "Send every required field, and only fields of the app. The issue names the field, and suggests the right name if there is one.",
};

pub(super) fn check(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    let Some(auth_type) = resolved.auth_type.filter(|auth_type| auth_type.name != "oauth2") else {
        return;
    };
    let Some(app) = resolved.app.filter(|_| !fields::fit(resolved, auth_type)) else {
        return;
    };
    fields::check(resolved, auth_type, (RULE.code, RULE.basis), Cow::Owned(message(app, auth_type)), issues);
}

#[inline(never)]
fn message(app: &App, auth_type: &AuthType) -> String {
    let fields = auth_type.names(u64::MAX).join(",");
    let name = if auth_type.name == "keybased" { "key_based" } else { auth_type.name };
    format!("{fields} only permitted in auth_object of auth_type: {name} for application {}.", app.name)
}
