//! Rule 9: does a typed auth_object name an auth type of the app?

use std::borrow::Cow;

use super::{Rule, path};
use crate::catalog::{App, suggest};
use crate::joined::joined;
use crate::request::Text;
use crate::subject::{Layout, Subject, shown};
use crate::verdict::{Code, Issue, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 9,
    code: Code::AuthType,
    status: 400,
    text: "auth_object must have exactly one top-level key naming the auth type: AUTH_TYPES",
    basis: TextBasis::Inferred,
    source: "migrate-token.md says \"exactly one top-level key naming the auth type\"; it does not word the failure",
    fails_when: "typed: no key, several keys, a key that is no auth type of the app, or one that holds no object",
};

const TEXT: &str = "auth_object must have exactly one top-level key naming the auth type: ";

pub(super) fn check(subject: &Subject<'_, '_>, issues: &mut Vec<Issue>) {
    if let (Some(app), None) = (subject.app, subject.auth_type) {
        fail(subject, app, issues);
    }
}

#[cold]
#[inline(never)]
fn fail(subject: &Subject<'_, '_>, app: &'static App, issues: &mut Vec<Issue>) {
    let names = names(app);
    let message = || Cow::Owned(joined(&[TEXT, &names]));
    let issue = match subject.layout {
        Layout::None | Layout::Flat => return,
        Layout::Typed(key) => {
            let guessed = !app.auth_types.iter().all(|auth_type| auth_type.basis.is_certain());
            let key_shown = shown(key);
            let help = joined(&["\"", &key_shown, "\" is no auth type of ", app.name, ". It has: ", &names, "."]);
            RULE.issue_saying(vec![Cow::Borrowed("auth_object"), key_shown], message())
                .help(help)
                .suggest(subject.suggestion(|| suggest_auth_type(app, key)))
                .likely_if(guessed)
        }
        Layout::NotOneKey => {
            let help = joined(&["Keep one auth type of ", app.name, " and its fields: ", &names, "."]);
            RULE.issue_saying(path(&["auth_object"]), message()).help(help)
        }
        Layout::NoObjectInside(key) => RULE
            .issue_saying(vec![Cow::Borrowed("auth_object"), shown(key)], message())
            .help("The key of the auth type must hold an object with the fields."),
    };
    issues.push(issue);
}

fn suggest_auth_type(app: &'static App, key: Text<'_>) -> Option<&'static str> {
    match app.auth_types {
        [only] => Some(only.name),
        _ => suggest::auth_type(app, &key.decode()),
    }
}

fn names(app: &App) -> String {
    let mut names = String::new();
    for auth_type in app.auth_types {
        names.push_str(if names.is_empty() { "" } else { ", " });
        names.push_str(auth_type.name);
    }
    names
}
