//! Rule 6: is there a schema for the app?

use std::borrow::Cow;

use super::{Rule, path};
use crate::catalog::suggest;
use crate::joined::joined;
use crate::subject::Subject;
use crate::verdict::{Code, Issue, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 6,
    code: Code::UnknownApp,
    status: 500,
    text: "Schema not found for integration type: SLUG",
    basis: TextBasis::Sibling,
    source: "the auth-structure endpoint of the same API, response 500",
    fails_when: "there is no schema for `slug`",
};

const TEXT: &str = "Schema not found for integration type: ";

pub(super) fn check(subject: &Subject<'_, '_>, issues: &mut Vec<Issue>) {
    if let Some(slug) = subject.slug.as_deref().filter(|_| subject.app.is_none() && !subject.custom) {
        fail(subject, slug, issues);
    }
}

#[cold]
#[inline(never)]
fn fail(subject: &Subject<'_, '_>, slug: &str, issues: &mut Vec<Issue>) {
    issues.push(
        RULE.issue_saying(path(&["slug"]), Cow::Owned(joined(&[TEXT, slug])))
            .help("The catalogue has no app of this slug; the service may know it. Load its auth structure with registerApp.")
            .suggest(subject.suggestion(|| suggest::slug(slug)))
            .likely_if(true),
    );
}
