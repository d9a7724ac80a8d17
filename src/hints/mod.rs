//! Warnings that never change the verdict, one file per hint. No hint contains a value: a help text consists of our own
//! words and names of the catalogue.
//!
//! Each place has at most one hint, the most specific one. Values are peeled as the edits do it ([`crate::fixes`]), and
//! a hint about the value itself checks what is left. Its fix has every edit that the value needs, in order.

pub mod account_id;
mod auth_prefix;
mod cut_off;
mod doubled_suffix;
mod encoded;
mod encrypted;
mod export_mark;
mod foreign_format;
mod id_token;
mod invisible_characters;
mod json_value;
mod jwt_expired;
mod masked;
mod mode_mismatch;
mod named_value;
pub(crate) mod near_miss_key;
pub mod nested_request;
mod no_refresh_token;
mod outer_whitespace;
mod placeholder;
mod private_key;
mod quoted;
mod secret_reference;
pub mod stringified_auth_object;
mod subdomain_for_url;
mod support;
pub mod token_response;
mod trailing_punctuation;
mod typographic_characters;
mod unknown_format;
pub mod unsure;
mod url_for_subdomain;
pub mod wrapped_credentials;

use std::borrow::Cow;

use crate::catalog::{App, AuthType, Field, Format, pattern};
use crate::fixes::{self, Scheme};
use crate::order::in_order;
use crate::request::Environment;
use crate::text::{find, is_blank};
use crate::verdict::Hint;
pub use no_refresh_token::is_lasting;
pub(crate) use no_refresh_token::is_without_refresh;
pub(crate) use no_refresh_token::may_be as may_lack_refresh_token;
use support::byte_class::ByteClass;
use support::candidate::Candidate;
pub use support::hint_input::{HintInput, HintValue};
pub use support::hint_kind::HintKind;
pub use support::prefilter::{is_hint_free, may_hint, ordinary};
use support::template::Template;
use support::{address, jwt};

/// Every kind of hint, the most specific first.
///
/// ```
/// use auth_object::HINTS;
///
/// for kind in HINTS {
///     println!("{}: {}", kind.code, kind.title);
/// }
/// ```
pub static HINTS: [&HintKind; 31] = [
    &stringified_auth_object::HINT,
    &nested_request::HINT,
    &wrapped_credentials::HINT,
    &token_response::HINT,
    &placeholder::HINT,
    &masked::HINT,
    &export_mark::HINT,
    &encrypted::HINT,
    &json_value::HINT,
    &account_id::HINT,
    &private_key::HINT,
    &foreign_format::HINT,
    &near_miss_key::HINT,
    &encoded::HINT,
    &typographic_characters::HINT,
    &doubled_suffix::HINT,
    &url_for_subdomain::HINT,
    &subdomain_for_url::HINT,
    &cut_off::HINT,
    &id_token::HINT,
    &jwt_expired::HINT,
    &mode_mismatch::HINT,
    &auth_prefix::HINT,
    &named_value::HINT,
    &quoted::HINT,
    &trailing_punctuation::HINT,
    &invisible_characters::HINT,
    &outer_whitespace::HINT,
    &unknown_format::HINT,
    &no_refresh_token::HINT,
    &unsure::HINT,
];

/// Collects the hints about the values and keys of a request, one per place: fields in schema order, then other keys in
/// the order of their redacted names.
pub fn collect(input: &HintInput<'_>, hints: &mut Vec<Hint>) {
    let mut found = Vec::new();
    for value in input.values {
        found.extend(check(input, value));
    }
    if let Some(hint) = no_refresh_token::check(input)
        && !found.iter().any(|other| other.path == hint.path)
    {
        found.push(hint);
    }
    let position = |hint: &Hint| input.auth_type?.position(hint.path.last()?);
    let order = |hint: &Hint| position(hint).unwrap_or(usize::MAX);
    let sorted = in_order(&found, |a, b| (order(a), &a.path, a.code).cmp(&(order(b), &b.path, b.code)));
    let mut found: Vec<_> = found.into_iter().map(Some).collect();
    for hint in sorted.into_iter().filter_map(|index| found.get_mut(index)?.take()) {
        // Redacted keys may be equal.
        if hints.last().is_none_or(|last| last.path != hint.path) {
            hints.push(hint);
        }
    }
}

/// Returns `true` if no hint applies to this value of a field, at any time and in any environment. Unlike [`is_hint_free`] it
/// checks the value in full.
pub fn has_no_hint(app: &'static App, auth_type: &'static AuthType, field: &'static Field, text: &str) -> bool {
    let has_none_in = |environment| has_no_hint_at(u64::MAX, Some(environment), app, auth_type, field, text);
    [Environment::Test, Environment::Production].into_iter().all(has_none_in)
}

/// Returns `true` if no hint applies to this value of a field now, in this environment.
pub(crate) fn has_no_hint_at(
    now: u64,
    environment: Option<Environment>,
    app: &'static App,
    auth_type: &'static AuthType,
    field: &'static Field,
    text: &str,
) -> bool {
    let value = HintValue { key: field.name.into(), field: Some(field), text: text.into() };
    let input =
        HintInput { app: Some(app), auth_type: Some(auth_type), root: Vec::new(), values: &[], environment, now };
    !no_refresh_token::is_rotating(fixes::peeled(text).as_bytes()) && check(&input, &value).is_none()
}

/// Returns the most specific hint about one value.
fn check(input: &HintInput<'_>, value: &HintValue<'_>) -> Option<Hint> {
    let text = &*value.text;
    let classes = ByteClass::of(text.as_bytes());
    let may_have_slips = classes.has(ByteClass::SPACE | ByteClass::CONTROL);
    let bare = if may_have_slips { fixes::bare(text) } else { Cow::Borrowed(text) };
    if bare.is_empty() && is_blank(text) {
        return None; // rule 10 rejects it
    }
    let candidate = &Candidate::new(input, value, &bare, classes);
    most_telling(candidate).map(|template| template.hint(candidate))
}

fn most_telling(candidate: &Candidate<'_>) -> Option<Template> {
    let has_credential = !candidate.core.is_empty() && candidate.scheme != Some(Scheme::Basic);
    let matched = matched_format(candidate);
    let claims = if has_credential { jwt::claims(candidate.core) } else { None };
    let if_credential =
        |check: fn(&Candidate<'_>) -> Option<Template>| has_credential.then(|| check(candidate)).flatten();
    let if_unmatched = |check| matched.is_none().then(|| if_credential(check)).flatten();
    stringified_auth_object::check(candidate)
        .or_else(|| if_credential(masked::check))
        .or_else(|| if_credential(export_mark::check))
        .or_else(|| if_unmatched(encrypted::check))
        .or_else(|| if_credential(secret_reference::check))
        .or_else(|| if_credential(placeholder::check))
        .or_else(|| json_value::check(candidate))
        .or_else(|| if_credential(private_key::check))
        .or_else(|| if_unmatched(foreign_format::check))
        .or_else(|| near_miss(candidate))
        .or_else(|| if_credential(export_mark::check_text))
        .or_else(|| if_unmatched(encoded::check))
        .or_else(|| if_unmatched(typographic_characters::check))
        .or_else(|| if_credential(address::check))
        .or_else(|| if_credential(cut_off::check))
        .or_else(|| id_token::check(candidate, claims.as_ref()?))
        .or_else(|| jwt_expired::check(candidate, claims.as_ref()?))
        .or_else(|| mode_mismatch::check(candidate, matched?))
        .or_else(|| slip(candidate))
        .or_else(|| if_unmatched(unknown_format::check))
}

fn near_miss(candidate: &Candidate<'_>) -> Option<Template> {
    if candidate.field().is_some() { None } else { near_miss_key::check(candidate) }
}

/// Returns the hint about the innermost slip around a value or inside it. Its fix also removes the others.
fn slip(candidate: &Candidate<'_>) -> Option<Template> {
    let if_class = |class, check: fn(&Candidate<'_>) -> Option<Template>| {
        candidate.classes.has(class).then(|| check(candidate)).flatten()
    };
    auth_prefix::check(candidate)
        .or_else(|| named_value::check(candidate))
        .or_else(|| quoted::check(candidate))
        .or_else(|| trailing_punctuation::check(candidate))
        .or_else(|| if_class(ByteClass::CONTROL, invisible_characters::check))
        .or_else(|| if_class(ByteClass::SPACE, outer_whitespace::check))
}

/// Returns the known format of the field that the value matches.
fn matched_format(candidate: &Candidate<'_>) -> Option<&'static Format> {
    let core = candidate.core;
    // Attributes may be before a PEM key, whose first line has a space.
    let begin = if candidate.classes.has(ByteClass::SPACE) { find(core, "-----BEGIN ") } else { None };
    let key = core.get(begin.unwrap_or(0)..).unwrap_or_default();
    candidate.formats().find(|format| pattern::matches(format.program, key.as_bytes()))
}
