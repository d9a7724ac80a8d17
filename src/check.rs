//! From a request to its verdict.

use std::borrow::Cow;

use crate::context::{Context, Known, Trust};
use crate::fixes;
use crate::hints::{self, Value as HintValue};
use crate::request::{Members, Request, Scope, Shape, Value};
use crate::resolve::{Layout, Resolved};
use crate::rules;
use crate::text::redact;
use crate::verdict::Response;
use crate::verdict::{About, Certainty, Hint, HintCode, Issue, Outcome, Verdict};

impl Context<'_> {
    /// Returns what the endpoint would answer to a request.
    pub fn check<'a>(&self, request: &Request<'a>) -> Verdict<'a> {
        let mut members = Members::default();
        let body = request.read(&mut members);
        let resolved = Resolved::new(request, &body, self);
        verdict(&resolved, find(&resolved))
    }
}

/// The failures and hints of a request.
#[derive(Debug)]
pub(crate) struct Findings {
    /// Every failure that counts, in the order of the rules.
    pub issues: Vec<Issue>,
    /// Every hint.
    pub hints: Vec<Hint>,
}

/// Looks for failures and, where they are wanted, for hints.
pub(crate) fn find(resolved: &Resolved<'_, '_>) -> Findings {
    let context = resolved.context;
    let mut issues = rules::check(resolved);
    let mut hints = Vec::new();
    // The report of a batch has no place for hints.
    if context.hints && resolved.request.scope != Scope::Row {
        notice(resolved, &mut hints);
    }
    if context.trust == Trust::Documented && issues.iter().any(is_likely) {
        issues = certain(issues, &mut hints);
    }
    if issues.is_empty() {
        issues.extend(rules::check_verification(resolved));
    }
    Findings { issues, hints }
}

/// The verdict for these findings.
fn verdict<'a>(resolved: &Resolved<'_, 'a>, Findings { issues, hints }: Findings) -> Verdict<'a> {
    let context = resolved.context;
    let slug = redacted_slug(resolved);
    let response = match issues.first() {
        Some(issue) => rules::respond(issue, || Cow::Owned((context.request_id)())),
        None => {
            let is_there = |integrations: Known<'_>| integrations(resolved.slug.as_deref().unwrap_or_default());
            let updated = context.integrations.is_some_and(is_there);
            let slug = slug.as_deref().unwrap_or_default();
            Response::accepted(slug, resolved.shape().unwrap_or(Shape::Flat), updated)
        }
    };
    let outcome = if issues.is_empty() {
        Outcome::Accepted
    } else {
        let certainty = if issues.iter().all(is_likely) { Certainty::Likely } else { Certainty::Certain };
        Outcome::Rejected { certainty, issues }
    };
    Verdict {
        outcome,
        slug,
        auth_type: auth_type(resolved),
        shape: resolved.shape(),
        basis: resolved.auth_type.map(|auth_type| auth_type.basis),
        response,
        hints,
        unchecked: rules::SERVICES.into_iter().filter(|code| rules::is_unchecked(context, *code)).collect(),
    }
}

fn is_likely(issue: &Issue) -> bool {
    issue.certainty == Certainty::Likely
}

/// The slug; one that the catalogue lacks may be a secret in the wrong place.
pub(crate) fn redacted_slug<'a>(resolved: &Resolved<'_, 'a>) -> Option<Cow<'a, str>> {
    let slug = resolved.slug.clone()?;
    let is_known = resolved.app.is_some() || resolved.custom == Some(Certainty::Certain);
    let is_shown = is_known || redact::slug(&slug) != redact::REDACTED;
    Some(if is_shown { slug } else { Cow::Borrowed(redact::REDACTED) })
}

/// The auth type by its name in the catalogue; where the catalogue lacks the app, a documented name counts as well.
fn auth_type(resolved: &Resolved<'_, '_>) -> Option<&'static str> {
    if let Some(auth_type) = resolved.auth_type {
        return Some(auth_type.name);
    }
    match (resolved.app, resolved.layout) {
        (None, Layout::Typed(key)) => ["oauth2", "keybased"].into_iter().find(|name| key.is(name)),
        _ => None,
    }
}

/// The failures that rest on no guess. The others become hints, unless a hint explains the same place.
fn certain(issues: Vec<Issue>, hints: &mut Vec<Hint>) -> Vec<Issue> {
    let mut certain = Vec::new();
    for issue in issues {
        if !is_likely(&issue) {
            certain.push(issue);
        } else if !hints.iter().any(|hint| hint.path == issue.path) {
            hints.push(unsure(issue));
        }
    }
    certain
}

/// A likely failure, if only documented ones count.
fn unsure(issue: Issue) -> Hint {
    let help = format!("The endpoint may reject this, but our schema is not confirmed. {}", issue.help);
    let path = issue.path.clone();
    let about = About { issue: Some(Box::new(issue)), ..About::default() };
    Hint { code: HintCode::Unsure, variant: None, path, help: Cow::Owned(help), about, fix: Vec::new() }
}

/// Hints are looked for in so many values: a body of some megabytes may hold millions of them.
const MOST_VALUES: usize = 1000;

/// Looks for hints about the keys and values of a request.
pub(crate) fn notice(resolved: &Resolved<'_, '_>, hints: &mut Vec<Hint>) {
    let Some(members) = resolved.members else {
        return;
    };
    notice_shape(resolved, members, hints);
    if !is_plain(resolved) {
        notice_values(resolved, hints);
    }
}

/// Whether no value can raise a hint; of most requests that is so.
fn is_plain(resolved: &Resolved<'_, '_>) -> bool {
    let Some(auth_type) = resolved.auth_type else {
        return resolved.entries.is_empty();
    };
    let mut texts = 0;
    let plain = resolved.entries.iter().take(MOST_VALUES).all(|entry| {
        let Value::String(text) = entry.value else {
            return true;
        };
        let Some(index) = resolved.field_of(entry) else {
            return false;
        };
        texts |= 1 << index;
        let field = auth_type.fields.get(index);
        !text.is_escaped() && field.is_some_and(|field| hints::is_plain(field, text.raw()))
    });
    plain && !hints::may_lack_refresh_token(auth_type, texts)
}

#[inline(never)]
fn notice_values(resolved: &Resolved<'_, '_>, hints: &mut Vec<Hint>) {
    let mut values = Vec::new();
    for entry in resolved.entries.iter().take(MOST_VALUES) {
        if let Value::String(text) = entry.value {
            let field = resolved.field_of(entry).and_then(|index| resolved.auth_type?.fields.get(index).copied());
            values.push(HintValue { key: entry.key.decode(), field, text: text.decode() });
        }
    }
    hints::collect(
        &hints::Subject {
            app: resolved.app,
            auth_type: resolved.auth_type,
            root: resolved.root(),
            values: &values,
            environment: resolved.environment(),
            now: resolved.context.now,
        },
        hints,
    );
}

fn notice_shape(resolved: &Resolved<'_, '_>, members: &Members<'_>, hints: &mut Vec<Hint>) {
    let auth_object = &members.auth_object;
    match auth_object.value {
        Value::String(text) if fixes::json_object(&text.decode()).is_some() => {
            hints.push(hints::stringified_auth_object::hint());
        }
        Value::Object => {
            hints.extend(hints::nested_request::check(members, resolved.request.slug));
        }
        _ => {}
    }
}
