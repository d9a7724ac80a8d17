//! A likely issue as a hint, if the context trusts documented schemas only.

use std::borrow::Cow;

use super::support::hint_kind::HintKind;
use crate::verdict::{About, Hint, HintCode, Issue};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::Unsure,
    title: "The endpoint may reject the request",
    what: "A rule fails, but only according to a schema that is not confirmed, or for an app that the catalogue does not have. With `trust: \"documented\"` such a failure is a hint instead of an issue.",
    why: "The names of many apps' fields are not public. Our schema for them is a guess, so the endpoint may accept the request.",
    todo: "Run `auth-object pull` to get the real schema, or register it with `registerApp`. The hint's help says what the issue would be.",
    source: "The basis of each schema in `schemas/`.",
    variants: &[],
};

/// Returns the hint about a likely failure.
pub fn hint(issue: Issue) -> Hint {
    let help = format!("The endpoint may reject this, but the app has no confirmed schema. {}", issue.help);
    let path = issue.path.clone();
    let about = About { issue: Some(Box::new(issue)), ..About::default() };
    Hint { code: HintCode::Unsure, variant: None, path, help: Cow::Owned(help), about, fix: Vec::new() }
}
