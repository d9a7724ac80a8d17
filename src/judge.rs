//! From a request held against the catalogue to a verdict.

use std::borrow::Cow;

use crate::context::{Context, Trust};
use crate::fixes;
use crate::hints::{self, Value as HintValue};
use crate::request::{Members, Shape, Value};
use crate::response::Response;
use crate::rules;
use crate::subject::{Arrived, Layout, Scope, Subject};
use crate::text::redact;
use crate::verdict::{About, Certainty, Code, Hint, HintCode, Issue, Verdict};

/// Judges a request.
pub(crate) fn judge<'a>(arrived: &Arrived<'_, 'a>, context: &Context<'_>) -> Verdict<'a> {
    let subject = Subject::new(arrived, context);
    let findings = find(&subject);
    verdict(&subject, findings)
}

/// What is to say of a request.
#[derive(Debug)]
pub(crate) struct Findings {
    /// Every failure that counts, in the order of the rules.
    pub issues: Vec<Issue>,
    /// Every warning.
    pub hints: Vec<Hint>,
}

impl Findings {
    /// Whether there is nothing to say.
    #[cfg(target_arch = "wasm32")]
    pub fn is_empty(&self) -> bool {
        self.issues.is_empty() && self.hints.is_empty()
    }
}

/// Looks for failures and, where they are wanted, for hints.
pub(crate) fn find(subject: &Subject<'_, '_>) -> Findings {
    let context = subject.context;
    let mut issues = rules::check(subject);
    let mut hints = Vec::new();
    // The report of a batch has no place for hints.
    if context.hints && subject.arrived.scope != Scope::Row {
        notice(subject, &mut hints);
    }
    if context.trust == Trust::Documented && issues.iter().any(is_likely) {
        issues = certain(issues, &mut hints);
    }
    if issues.is_empty() {
        issues.extend(rules::check_verification(subject));
    }
    Findings { issues, hints }
}

/// The verdict of what was found.
pub(crate) fn verdict<'a>(subject: &Subject<'_, 'a>, Findings { issues, hints }: Findings) -> Verdict<'a> {
    let slug = shown_slug(subject);
    let response = match issues.first() {
        Some(issue) => rules::respond(issue, || request_id(subject.context)),
        None => {
            let known = subject.slug.as_deref().unwrap_or_default();
            let updated = subject.context.integrations.is_some_and(|integrations| integrations(known));
            let shown = slug.as_deref().unwrap_or_default();
            Response::accepted(shown, subject.shape().unwrap_or(Shape::Flat), updated)
        }
    };
    let certainty = match issues.as_slice() {
        [] => None,
        issues if issues.iter().all(is_likely) => Some(Certainty::Likely),
        _ => Some(Certainty::Certain),
    };
    Verdict {
        ok: issues.is_empty(),
        app: subject.app,
        certainty,
        slug,
        auth_type: auth_type(subject),
        shape: subject.shape(),
        basis: subject.auth_type.map(|auth_type| auth_type.basis),
        response,
        issues,
        hints,
        unchecked: unchecked(|code| rules::is_unchecked(subject.context, code)),
    }
}

fn is_likely(issue: &Issue) -> bool {
    issue.certainty == Certainty::Likely
}

/// The slug; one that the catalogue lacks may be a secret in the wrong place.
pub(crate) fn shown_slug<'a>(subject: &Subject<'_, 'a>) -> Option<Cow<'a, str>> {
    let slug = subject.slug.clone()?;
    let is_known = subject.app.is_some() || subject.custom == Some(Certainty::Certain);
    let is_shown = is_known || redact::slug(&slug) != redact::REDACTED;
    Some(if is_shown { slug } else { Cow::Borrowed(redact::REDACTED) })
}

/// The rules left to the service.
pub(crate) fn unchecked(is_unchecked: impl Fn(Code) -> bool) -> Vec<Code> {
    let mut unchecked = Vec::new();
    for code in rules::SERVICES {
        if is_unchecked(code) {
            unchecked.push(code);
        }
    }
    unchecked
}

/// The auth type by its name in the catalogue; where the catalogue lacks the app, a documented name counts as well.
fn auth_type(subject: &Subject<'_, '_>) -> Option<&'static str> {
    if let Some(auth_type) = subject.auth_type {
        return Some(auth_type.name);
    }
    match (subject.app, subject.layout) {
        (None, Layout::Typed(key)) => ["oauth2", "keybased"].into_iter().find(|name| key.is(name)),
        _ => None,
    }
}

fn request_id(context: &Context<'_>) -> Cow<'static, str> {
    match context.request_id {
        Some(id) => Cow::Owned(id.to_owned()),
        None => fresh_request_id(),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn fresh_request_id() -> Cow<'static, str> {
    Cow::Owned(uuid::Uuid::new_v4().to_string())
}

/// In a page the host has the random numbers; it fills the empty text in.
#[cfg(target_arch = "wasm32")]
fn fresh_request_id() -> Cow<'static, str> {
    Cow::Borrowed("")
}

/// The failures that rest on no guess. The others become hints, unless a hint explains the same place.
#[cold]
#[inline(never)]
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
pub(crate) fn notice(subject: &Subject<'_, '_>, hints: &mut Vec<Hint>) {
    let Some(members) = subject.members else {
        return;
    };
    notice_shape(subject, members, true, hints);
    if !is_plain(subject) {
        notice_values(subject, true, hints);
    }
}

/// Looks for the hints that do not hang on the letters of values: those that there are where all values are plain.
#[cfg(target_arch = "wasm32")]
pub(crate) fn notice_keys(subject: &Subject<'_, '_>, hints: &mut Vec<Hint>) {
    if let Some(members) = subject.members {
        notice_shape(subject, members, false, hints);
        notice_values(subject, false, hints);
    }
}

/// Whether there may be a hint that hangs on which fields hold a text, and on the letters of one of them.
#[cfg(target_arch = "wasm32")]
pub(crate) fn may_lack_refresh_token(subject: &Subject<'_, '_>) -> bool {
    let texts = subject.entries.iter().filter(|entry| matches!(entry.value, Value::String(_)));
    let mask = texts.filter_map(|entry| subject.field_of(entry)).fold(0, |mask, index| mask | 1 << index);
    subject.auth_type.is_some_and(|auth_type| hints::may_lack_refresh_token(auth_type, mask))
}

/// Whether the auth_object holds a whole request: the fix hangs on whether the two slugs are the same.
#[cfg(target_arch = "wasm32")]
pub(crate) fn holds_request(subject: &Subject<'_, '_>) -> bool {
    subject.members.is_some_and(|members| hints::nested_request::check(members, subject.arrived.slug).is_some())
}

/// Whether no value can raise a hint; of most requests that is so.
fn is_plain(subject: &Subject<'_, '_>) -> bool {
    let Some(auth_type) = subject.auth_type else {
        return subject.entries.is_empty();
    };
    let mut texts = 0;
    let plain = subject.entries.iter().take(MOST_VALUES).all(|entry| {
        let Value::String(text) = entry.value else {
            return true;
        };
        let Some(index) = subject.field_of(entry) else {
            return false;
        };
        texts |= 1 << index;
        let field = auth_type.fields.get(index);
        !text.is_escaped() && field.is_some_and(|field| hints::is_plain(field, text.raw()))
    });
    plain && !hints::may_lack_refresh_token(auth_type, texts)
}

#[inline(never)]
fn notice_values(subject: &Subject<'_, '_>, letters: bool, hints: &mut Vec<Hint>) {
    let mut values = Vec::new();
    for entry in subject.entries.iter().take(MOST_VALUES) {
        if let Value::String(text) = entry.value {
            let field = subject.field_of(entry).and_then(|index| subject.auth_type?.fields.get(index).copied());
            values.push(HintValue { key: entry.key.decode(), field, text: text.decode() });
        }
    }
    hints::collect(
        &hints::Subject {
            app: subject.app,
            auth_type: subject.auth_type,
            root: subject.root(),
            values: &values,
            environment: subject.environment(),
            now: subject.context.now,
            letters,
        },
        hints,
    );
}

fn notice_shape(subject: &Subject<'_, '_>, members: &Members<'_>, letters: bool, hints: &mut Vec<Hint>) {
    let auth_object = &members.auth_object;
    match auth_object.value {
        Value::String(text) if letters && fixes::json_object(&text.decode()).is_some() => {
            hints.push(hints::stringified_auth_object::hint());
        }
        Value::Object => {
            hints.extend(hints::nested_request::check(members, subject.arrived.slug));
        }
        _ => {}
    }
}
