//! Rule 4: which app?

use std::borrow::Cow;

use super::Rule;
use crate::reason::Reason;
use crate::request::{Kind, Value};
use crate::subject::Subject;
use crate::verdict::{Code, Issue, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 4,
    code: Code::SlugRequired,
    status: 400,
    text: "Missing Slug",
    basis: TextBasis::Sibling,
    source: "the delete config endpoint of the same API, response 400",
    fails_when: "`slug` is absent, not a string, or blank",
};

pub(super) fn check(subject: &Subject<'_, '_>, issues: &mut Vec<Issue>) {
    if subject.slug.is_some() || (subject.members.is_none() && subject.arrived.slug.is_none()) {
        return;
    }
    fail(subject, issues);
}

#[cold]
#[inline(never)]
fn fail(subject: &Subject<'_, '_>, issues: &mut Vec<Issue>) {
    let (field, label) = (Cow::Borrowed("slug"), Cow::Borrowed("slug"));
    let slug = match subject.members.map(|members| members.slug) {
        None | Some(Value::Absent) => subject.arrived.slug.map(|_| Kind::String),
        Some(slug) => slug.kind(),
    };
    let reason = match slug {
        None => Reason::Missing { field, label },
        Some(Kind::String) => Reason::Blank { field, label, optional: false },
        Some(actual) => Reason::WrongType { field, label, expected: Kind::String, actual },
    };
    issues.push(RULE.issue(&["slug"], reason));
}
