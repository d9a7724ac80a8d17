//! Rule 11: the fields are those of `oauth2`.

use std::borrow::Cow;

use super::fields;
use super::rule::Rule;
use crate::resolve::Resolved;
use crate::verdict::{Code, Issue, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 11,
    code: Code::Oauth2Fields,
    status: 400,
    title: "The fields do not fit the oauth2 auth type of the app",
    text: "access_token and/or refresh_token only permitted in auth_object for OAuth2 based applications",
    basis: TextBasis::Documented,
    source: "migrate-token-for-a-linked-account.md, response 400; how it is read: docs/decisions/two-readings.md",
    fails_when: "auth type `oauth2`, and a key is not one of its fields, or a required field is missing (usually both `access_token` and `refresh_token`)",
    why: "The endpoint accepts only the fields of the schema, and needs the required ones.",
    todo: "Send the access token or the refresh token, and only fields of the app. The issue names the field, and suggests the right name if there is one.",
};

pub(super) fn check(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    let Some(auth_type) = resolved.auth_type.filter(|auth_type| auth_type.name == "oauth2") else {
        return;
    };
    if fields::fit(resolved, auth_type) {
        return;
    }
    fields::check(resolved, auth_type, (RULE.code, RULE.basis), Cow::Borrowed(RULE.text), issues);
}
