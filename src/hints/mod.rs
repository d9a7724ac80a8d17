//! Warnings that never change the answer: one file a hint.
//! No hint shows a value: a help text is made of our own words and names of the catalogue only.
//!
//! A place has one hint, the most telling one. Values are peeled as the edits would ([`crate::edit`]), and a hint about
//! what a value is checks what is left. Its fix holds every edit that the value needs, in order.

mod auth_prefix;
mod candidate;
mod doubled_suffix;
mod foreign_format;
mod gate;
mod id_token;
mod invisible_characters;
mod jwt;
mod jwt_expired;
mod letters;
mod masked;
mod mode_mismatch;
mod near_miss_key;
pub mod nested_request;
mod no_refresh_token;
mod note;
mod outer_whitespace;
mod pairs;
mod placeholder;
mod private_key;
mod quoted;
mod signs;
pub mod stringified_auth_object;
mod subdomain_for_url;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod unknown_format;
mod url_for_subdomain;

use std::borrow::Cow;

use crate::catalog::{Address, App, AuthType, Field, Format, pattern};
use crate::edit::{self, Scheme};
use crate::order::in_order;
use crate::search;
use crate::verdict::{Hint, Path};
use candidate::Candidate;
pub use gate::is_plain;
pub use no_refresh_token::is_lasting;
pub(crate) use no_refresh_token::is_without_refresh;
pub(crate) use no_refresh_token::may_be as may_lack_refresh_token;
use note::Note;
use signs::Signs;

/// Which of the platform's environments a request goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Environment {
    /// Keys that start with `tk`.
    Test,
    /// Keys that start with `pk`.
    Production,
}

/// One key of an auth_object with a text value, as the hints see it.
pub struct Value<'a> {
    /// The key, decoded.
    pub key: Cow<'a, str>,
    /// The app's field of that name, where there is one.
    pub field: Option<&'static Field>,
    /// The text, decoded.
    pub text: Cow<'a, str>,
}

/// What the hints may look at.
pub struct Subject<'a> {
    /// The app, where the slug is known.
    pub app: Option<&'static App>,
    /// The auth type the auth_object was read as.
    pub auth_type: Option<&'static AuthType>,
    /// The path of the object that holds the values: `["auth_object"]` or `["auth_object", "oauth2"]`.
    pub root: Path,
    /// The keys with text values, in any order.
    pub values: &'a [Value<'a>],
    /// The environment, where the `x-api-key` or the context says it.
    pub environment: Option<Environment>,
    /// Seconds since the epoch; 0 where the time is not known.
    pub now: u64,
    /// Whether the letters of the values count; else only their keys do.
    pub letters: bool,
}

impl Subject<'_> {
    fn has(&self, key: &str) -> bool {
        self.values.iter().any(|value| value.key == key)
    }
}

/// Every hint about the values and keys of a request, one a place: fields in schema order, then other keys by their
/// shown names.
pub fn collect(subject: &Subject<'_>, hints: &mut Vec<Hint>) {
    let mut found = Vec::new();
    for value in subject.values {
        found.extend(check(subject, value));
    }
    if let Some(hint) = no_refresh_token::notice(subject)
        && !found.iter().any(|other| other.path == hint.path)
    {
        found.push(hint);
    }
    if found.len() < 2 {
        hints.append(&mut found);
        return;
    }
    let rank = |hint: &Hint| subject.auth_type?.position(hint.path.last()?);
    let known_first = |hint: &Hint| rank(hint).unwrap_or(usize::MAX);
    let order = in_order(&found, |a, b| {
        known_first(a).cmp(&known_first(b)).then_with(|| a.path.cmp(&b.path)).then(a.code.cmp(&b.code))
    });
    let mut found: Vec<_> = found.into_iter().map(Some).collect();
    let mut last: Option<Path> = None;
    for hint in order.into_iter().filter_map(|place| found.get_mut(place)?.take()) {
        // Keys that are cut or hidden may look the same.
        if last.as_ref() != Some(&hint.path) {
            last = Some(hint.path.clone());
            hints.push(hint);
        }
    }
}

/// The hint about one value: the first of its notes, most telling first.
#[inline(never)]
fn check(subject: &Subject<'_>, value: &Value<'_>) -> Option<Hint> {
    let text = &*value.text;
    let signs = Signs::of(text.as_bytes());
    let bare = if signs.has(Signs::SPACE | Signs::ODD) { edit::bare(text) } else { Cow::Borrowed(text) };
    if bare.is_empty() && search::is_blank(text) {
        return None; // rule 10
    }
    let candidate = &Candidate::new(subject, value, &bare, signs);
    let note = if subject.letters { note(candidate) } else { near_miss(candidate) };
    note.map(|note| note::hint(candidate, note))
}

/// The most telling note about a value.
fn note(candidate: &Candidate<'_>) -> Option<Note> {
    let has_credential = !candidate.core.is_empty() && candidate.scheme != Some(Scheme::Basic);
    let matched = matched_format(candidate);
    let claims = if has_credential { jwt::claims(candidate.core) } else { None };
    let if_credential =
        |notice: fn(&Candidate<'_>) -> Option<Note>| has_credential.then(|| notice(candidate)).flatten();
    stringified_auth_object::notice(candidate)
        .or_else(|| if_credential(masked::notice))
        .or_else(|| if_credential(placeholder::notice))
        .or_else(|| if_credential(private_key::notice))
        .or_else(|| matched.is_none().then(|| if_credential(foreign_format::notice)).flatten())
        .or_else(|| near_miss(candidate))
        .or_else(|| if_credential(address))
        .or_else(|| id_token::notice(candidate, claims.as_ref()?))
        .or_else(|| jwt_expired::notice(candidate, claims.as_ref()?))
        .or_else(|| mode_mismatch::notice(candidate, matched?))
        .or_else(|| slip(candidate))
        .or_else(|| matched.is_none().then(|| if_credential(unknown_format::notice)).flatten())
}

fn near_miss(candidate: &Candidate<'_>) -> Option<Note> {
    if candidate.field().is_some() { None } else { near_miss_key::notice(candidate) }
}

/// The note about an address.
fn address(candidate: &Candidate<'_>) -> Option<Note> {
    if candidate.field()?.address == Address::None {
        return None;
    }
    let has_parts = candidate.signs.has(Signs::SLASH | Signs::DOT);
    let parts = || doubled_suffix::notice(candidate).or_else(|| url_for_subdomain::notice(candidate));
    has_parts.then(parts).flatten().or_else(|| subdomain_for_url::notice(candidate))
}

/// The note about what is around a value or invisible in it: the innermost slip, whose fix takes off the others too.
fn slip(candidate: &Candidate<'_>) -> Option<Note> {
    auth_prefix::notice(candidate)
        .or_else(|| quoted::notice(candidate))
        .or_else(|| candidate.signs.has(Signs::ODD).then(|| invisible_characters::notice(candidate)).flatten())
        .or_else(|| candidate.signs.has(Signs::SPACE).then(|| outer_whitespace::notice(candidate)).flatten())
}

/// The known format of the field that the value has.
fn matched_format(candidate: &Candidate<'_>) -> Option<&'static Format> {
    let core = candidate.core;
    // Attributes may be in front of a PEM key, whose first line has a space.
    let begin = if candidate.signs.has(Signs::SPACE) { search::find(core, "-----BEGIN ") } else { None };
    let key = core.get(begin.unwrap_or(0)..).unwrap_or_default();
    candidate.formats().find(|format| pattern::matches(format.program, key.as_bytes()))
}
