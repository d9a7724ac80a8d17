//! Rule 4: the slug is given.

use std::borrow::Cow;

use super::rule::Rule;
use crate::request::{Kind, Value};
use crate::resolve::Resolved;
use crate::verdict::{Code, Issue, Reason, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 4,
    code: Code::SlugRequired,
    status: 400,
    title: "The slug is missing, blank or not a string",
    text: "Missing Slug",
    basis: TextBasis::Sibling,
    source: "the delete config endpoint of the same API, response 400",
    fails_when: "`slug` is missing, not a string, or blank",
    why: "The slug names the app, and so which fields the auth_object must have.",
    todo: "Name the app in `slug`, for example `slack`.",
};

pub(super) fn check(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    if resolved.slug.is_some() || (resolved.members.is_none() && resolved.request.slug.is_none()) {
        return;
    }
    fail(resolved, issues);
}

#[cold]
#[inline(never)]
fn fail(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    let (field, label) = (Cow::Borrowed("slug"), Cow::Borrowed("slug"));
    let slug = match resolved.members.map(|members| members.slug) {
        None | Some(Value::Absent) => resolved.request.slug.map(|_| Kind::String),
        Some(slug) => slug.kind(),
    };
    let reason = match slug {
        None => Reason::Missing { field, label, key: None },
        Some(Kind::String) => Reason::Blank { field, label, optional: false },
        Some(actual) => Reason::WrongType { field, label, expected: Kind::String, actual },
    };
    issues.push(RULE.issue(&["slug"], reason));
}
