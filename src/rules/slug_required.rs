//! Rule 4: which app?

use super::Rule;
use crate::request::Value;
use crate::subject::Subject;
use crate::verdict::{Code, Issue, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 4,
    code: Code::SlugRequired,
    status: 400,
    text: "slug is required",
    basis: TextBasis::Inferred,
    source: "both documents mark `slug` as required; neither words the failure",
    fails_when: "`slug` is absent, no string, or blank",
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
    let mut help = String::from("slug names the app, for example slack");
    match subject.members.map(|members| members.slug) {
        None | Some(Value::Absent) => {}
        Some(Value::String(_)) => help.push_str("; here it is blank"),
        Some(other) => {
            help.push_str("; here it is ");
            help.push_str(other.kind());
        }
    }
    help.push('.');
    issues.push(RULE.issue(&["slug"]).help(help));
}
