//! Rule 6: the app has a schema.

use std::borrow::Cow;

use super::rule::{Rule, path};
use crate::catalog::{self, suggest};
use crate::resolve::Resolved;
use crate::text::redact;
use crate::verdict::{Certainty, Code, Issue, Reason, TextBasis};

pub(super) const RULE: Rule = Rule {
    number: 6,
    code: Code::UnknownApp,
    status: 500,
    title: "There is no schema for the slug",
    text: "Schema not found for integration type: SLUG",
    basis: TextBasis::Sibling,
    source: "the auth-structure endpoint of the same API, response 500",
    fails_when: "the app has no schema",
    why: "The slug is misspelled, or our catalogue does not have the app. The failure is only likely, because the service has more apps than the catalogue.",
    todo: "Correct the slug: the issue suggests the closest one. If the service has the app, load its schema with `auth-object pull` or `registerApp`.",
};

const TEXT: &str = "Schema not found for integration type: ";

pub(super) fn check(resolved: &Resolved<'_, '_>, issues: &mut Vec<Issue>) {
    if let Some(slug) = resolved.slug.as_deref().filter(|_| resolved.app.is_none() && resolved.custom.is_none()) {
        fail(resolved, slug, issues);
    }
}

#[cold]
#[inline(never)]
fn fail(resolved: &Resolved<'_, '_>, slug: &str, issues: &mut Vec<Issue>) {
    let message = Cow::Owned(format!("{TEXT}{}", redact::slug(slug)));
    let app = catalog::name_without_schema(slug);
    let suggestion = if app.is_some() { None } else { suggest::slug(resolved.context.catalog, slug) };
    let reason = Reason::UnknownApp { slug: Cow::Owned(redact::printable_slug(slug).into_owned()), suggestion, app };
    issues.push(RULE.issue_with(path(&["slug"]), message, reason, Certainty::Likely));
}
