//! Rule 9: the only key of a typed auth_object is an auth type of the app.

use std::borrow::Cow;

use super::rule::{Rule, likely_if, path};
use crate::catalog::{App, suggest};
use crate::request::{JsonString, Kind};
use crate::resolve::{Layout, Resolved, redacted};
use crate::verdict::{Certainty, Code, Issue, Reason, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 9,
    code: Code::AuthType,
    status: 400,
    title: "The auth_object does not name one auth type of the app",
    text: "auth_object must have exactly one top-level key naming the auth type: AUTH_TYPES",
    basis: TextBasis::Inferred,
    source: "migrate-token.md says \"exactly one top-level key naming the auth type\"; it has no message",
    fails_when: "typed: there is not exactly one key, the key is not an auth type of the app, or its value is not an object",
    why: "In the typed shape, the only key of the auth_object is the auth type, and its value contains the fields.",
    todo: "Put the fields inside one auth type of the app, for example `{\"oauth2\":{…}}`, or send the fields alone.",
};

const TEXT: &str = "auth_object must have exactly one top-level key naming the auth type: ";

pub(super) fn check(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    if let (Some(app), None) = (resolved.app, resolved.auth_type) {
        fail(resolved, app, issues);
    }
}

#[cold]
#[inline(never)]
fn fail(resolved: &Resolved<'_, '_>, app: &'static App, issues: &mut Vec<Issue>) {
    let mut permitted = Vec::new();
    for auth_type in app.auth_types {
        permitted.push(auth_type.name);
    }
    let message = Cow::Owned(format!("{TEXT}{}", permitted.join(", ")));
    let whole = || path(&["auth_object"]);
    let inside = |key| vec![Cow::Borrowed("auth_object"), redacted(key)];
    let brand = app.brand;
    let (place, reason, certainty) = match resolved.layout {
        Layout::None | Layout::Flat => return,
        Layout::Typed(key) => {
            let suggestion = suggest_auth_type(app, key);
            let guessed = !app.auth_types.iter().all(|auth_type| auth_type.basis.is_certain());
            let reason = Reason::UnknownAuthType { app: brand, key: redacted(key), permitted, suggestion };
            (inside(key), reason, likely_if(guessed))
        }
        Layout::NotOneKey => {
            let reason = Reason::SeveralAuthTypes { app: brand, permitted };
            (whole(), reason, Certainty::Certain)
        }
        Layout::NoAuthType => (whole(), Reason::NoAuthType { app: brand, permitted }, Certainty::Certain),
        Layout::NoObjectInside(key, actual) => {
            let (field, label) = (redacted(key), redacted(key));
            let reason = match actual {
                Some(actual) => Reason::WrongType { field, label, expected: Kind::Object, actual },
                None => Reason::NoAuthType { app: brand, permitted },
            };
            (inside(key), reason, Certainty::Certain)
        }
    };
    issues.push(RULE.issue_with(place, message, reason, certainty));
}

fn suggest_auth_type(app: &'static App, key: JsonString<'_>) -> Option<&'static str> {
    match app.auth_types {
        [only] => Some(only.name),
        _ => suggest::auth_type(app, &key.decode()),
    }
}
