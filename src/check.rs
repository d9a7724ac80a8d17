//! Checks a request: applies the rules, looks for hints, and makes the verdict.

use std::borrow::Cow;

use crate::context::{Context, Lookup, Trust};
use crate::fixes;
use crate::hints::{self, HintValue};
use crate::request::{Members, Request, Scope, Shape, Value};
use crate::resolve::{Layout, Resolved};
use crate::rules;
use crate::text::redact;
use crate::verdict::{Certainty, Hint, Issue, Outcome, Response, Verdict};

impl Context<'_> {
    /// Returns the verdict about a request.
    ///
    /// ```
    /// use auth_object::{Checker, Environment, Request};
    ///
    /// let checker = Checker::default();
    /// let mut context = checker.context();
    /// context.environment = Some(Environment::Production);
    /// assert!(context.check(&Request::form("slack", br#"{"access_token":"fake-token"}"#)).is_accepted());
    /// ```
    pub fn check<'a>(&self, request: &Request<'a>) -> Verdict<'a> {
        let mut members = Members::default();
        let body = request.read_within(&self.limits, &mut members);
        let resolved = Resolved::new(request, &body, self);
        verdict(&resolved, find(&resolved))
    }
}

/// The failures and hints of a request.
#[derive(Debug)]
pub(crate) struct Findings {
    /// Every failure that rejects the request, in the order of the rules.
    pub issues: Vec<Issue>,
    /// Every hint.
    pub hints: Vec<Hint>,
    /// Whether a likely failure became a hint.
    pub is_softened: bool,
}

/// Applies the rules and, if the context asks for them, looks for hints.
pub(crate) fn find(resolved: &Resolved<'_, '_>) -> Findings {
    let mut issues = rules::check(resolved);
    let mut hints = Vec::new();
    if resolved.context.hints {
        find_hints(resolved, &mut hints);
    }
    let is_softened = resolved.context.trust == Trust::Documented && issues.iter().any(is_likely);
    if is_softened {
        issues = certain(issues, &mut hints);
    }
    if issues.is_empty() {
        issues.extend(rules::check_verification(resolved));
    }
    Findings { issues, hints, is_softened }
}

/// Returns every hint, whether the context asks for hints or not.
pub(crate) fn hints_of(resolved: &Resolved<'_, '_>) -> Vec<Hint> {
    let mut hints = Vec::new();
    find_hints(resolved, &mut hints);
    hints
}

/// Returns the verdict for these findings.
fn verdict<'a>(resolved: &Resolved<'_, 'a>, Findings { issues, hints, .. }: Findings) -> Verdict<'a> {
    let context = resolved.context;
    let slug = redacted_slug(resolved);
    let response = match issues.first() {
        Some(issue) => rules::respond(issue, || Cow::Owned((context.request_id)())),
        None => {
            let exists = |integrations: Lookup<'_>| integrations(resolved.slug.as_deref().unwrap_or_default());
            let updated = context.integrations.is_some_and(exists);
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

/// Returns the slug, redacted if it is unknown and looks like a secret in the wrong place.
pub(crate) fn redacted_slug<'a>(resolved: &Resolved<'_, 'a>) -> Option<Cow<'a, str>> {
    let slug = resolved.slug.clone()?;
    let is_known = resolved.app.is_some() || resolved.custom == Some(Certainty::Certain);
    let is_safe = is_known || redact::slug(&slug) != redact::REDACTED;
    Some(if is_safe { slug } else { Cow::Borrowed(redact::REDACTED) })
}

/// Returns the name of the auth type. If the app is unknown, a key with a documented name counts as well.
fn auth_type(resolved: &Resolved<'_, '_>) -> Option<&'static str> {
    if let Some(auth_type) = resolved.auth_type {
        return Some(auth_type.name);
    }
    match (resolved.app, resolved.layout) {
        (None, Layout::Typed(key)) => ["oauth2", "keybased"].into_iter().find(|name| key.is(name)),
        _ => None,
    }
}

/// Returns the failures that are certain. The others become hints, unless the same place already has a hint.
fn certain(issues: Vec<Issue>, hints: &mut Vec<Hint>) -> Vec<Issue> {
    let mut certain = Vec::new();
    for issue in issues {
        if !is_likely(&issue) {
            certain.push(issue);
        } else if !hints.iter().any(|hint| hint.path == issue.path) {
            hints.push(hints::unsure::hint(issue));
        }
    }
    certain
}

/// The number of values that are searched for hints. A body of some megabytes may contain millions of values.
const MAX_VALUES: usize = 1000;

/// Looks for hints about the keys and values of a request.
fn find_hints(resolved: &Resolved<'_, '_>, hints: &mut Vec<Hint>) {
    hints.extend(account_hint(resolved));
    let Some(members) = resolved.members else {
        return;
    };
    find_shape_hints(resolved, members, hints);
    if let Some(hint) = hints::wrapped_credentials::check(resolved, members) {
        // The hints about the keys and values inside would not help.
        return hints.push(hint);
    }
    let response = hints::token_response::check(resolved);
    if !is_hint_free(resolved) {
        find_value_hints(resolved, response.is_some(), hints);
    }
    hints.extend(response);
}

/// Returns `true` only if no value can raise a hint, which is so for most requests.
fn is_hint_free(resolved: &Resolved<'_, '_>) -> bool {
    let Some(auth_type) = resolved.auth_type else {
        return resolved.entries.is_empty();
    };
    let mut texts = 0;
    let plain = resolved.entries.iter().take(MAX_VALUES).all(|entry| {
        let Value::String(text) = entry.value else {
            return true;
        };
        let Some(index) = resolved.field_of(entry) else {
            return false;
        };
        texts |= 1 << index;
        let field = auth_type.fields.get(index);
        !text.is_escaped() && field.is_some_and(|field| hints::is_hint_free(field, text.raw()))
    });
    plain && !hints::may_lack_refresh_token(auth_type, texts)
}

/// Returns the hint about the account ID in the header.
fn account_hint(resolved: &Resolved<'_, '_>) -> Option<Hint> {
    let id = resolved.request.linked_account_id.filter(|_| resolved.request.scope == Scope::Request)?;
    hints::account_id::check(id, vec![Cow::Borrowed("headers"), Cow::Borrowed("linked_account_id")])
}

#[inline(never)]
fn find_value_hints(resolved: &Resolved<'_, '_>, is_response: bool, hints: &mut Vec<Hint>) {
    let mut values = Vec::new();
    for entry in resolved.entries.iter().take(MAX_VALUES) {
        let is_removed = is_response && hints::token_response::is_extra(resolved, entry);
        if let Value::String(text) = entry.value
            && !is_removed
        {
            let field = resolved.field_of(entry).and_then(|index| resolved.auth_type?.fields.get(index).copied());
            values.push(HintValue { key: entry.key.decode(), field, text: text.decode() });
        }
    }
    hints::collect(
        &hints::HintInput {
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

fn find_shape_hints(resolved: &Resolved<'_, '_>, members: &Members<'_>, hints: &mut Vec<Hint>) {
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
