//! Warnings that never change the answer: one file a hint.
//! Values are looked at, never shown: a help text is made of our own words and names of the catalogue only.
//!
//! A slip raises one hint. Values are peeled as the edits would ([`crate::edit`]), and a hint about what a value is
//! looks at what is left; where a value is no credential at all, nothing else is said of it.

mod auth_prefix;
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
mod quoted;
mod seen;
mod signs;
pub mod stringified_auth_object;
mod subdomain_for_url;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod unknown_format;
mod url_for_subdomain;

use std::borrow::Cow;

use crate::catalog::{Address, App, AuthType, Field, pattern};
use crate::edit::{self, Scheme};
use crate::order::in_order;
use crate::search;
use crate::verdict::{Hint, Path};
pub(crate) use gate::is_plain;
#[cfg(target_arch = "wasm32")]
pub(crate) use gate::{
    is_plain_at_a_glance, is_plain_elsewhere, is_silent, is_silent_elsewhere, is_simple, name_start,
};
pub(crate) use no_refresh_token::may_be as may_lack_refresh_token;
#[cfg(target_arch = "wasm32")]
pub(crate) use no_refresh_token::{ACCESS_TOKEN, lasts};
use note::say;
use seen::Seen;
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

/// Every hint about the values and keys of a request: fields in schema order, then other keys by their shown names;
/// at one place in the order of the codes.
pub fn collect(subject: &Subject<'_>, hints: &mut Vec<Hint>) {
    let mut found = Vec::new();
    for value in subject.values {
        look(subject, value, &mut found);
    }
    found.extend(no_refresh_token::notice(subject));
    if found.len() < 2 {
        hints.append(&mut found);
        return;
    }
    let rank = |hint: &Hint| {
        let name = hint.path.last()?;
        subject.auth_type?.position(name)
    };
    let known_first = |hint: &Hint| rank(hint).unwrap_or(usize::MAX);
    let order = in_order(&found, |a, b| {
        known_first(a).cmp(&known_first(b)).then_with(|| a.path.cmp(&b.path)).then(a.code.cmp(&b.code))
    });
    let mut found: Vec<_> = found.into_iter().map(Some).collect();
    hints.extend(order.into_iter().filter_map(|place| found.get_mut(place)?.take()));
}

/// Every hint about one value.
#[inline(never)]
fn look(subject: &Subject<'_>, value: &Value<'_>, hints: &mut Vec<Hint>) {
    let text = &*value.text;
    let signs = Signs::of(text.as_bytes());
    let bare = if signs.has(Signs::SPACE | Signs::ODD) { edit::bare(text) } else { Cow::Borrowed(text) };
    if bare.is_empty() && search::is_blank(text) {
        return; // rule 10
    }
    let seen = &Seen::new(subject, value, &bare, signs);
    if value.field.is_none() {
        if subject.letters && say(seen, hints, stringified_auth_object::notice(seen)) {
            return;
        }
        hints.extend(near_miss_key::notice(seen));
    }
    if !subject.letters {
        return;
    }
    if signs.has(Signs::SPACE) {
        say(seen, hints, outer_whitespace::notice(seen));
        say(seen, hints, auth_prefix::notice(seen));
    }
    if signs.has(Signs::ODD) {
        say(seen, hints, invisible_characters::notice(seen));
    }
    if signs.has(Signs::QUOTE) {
        say(seen, hints, quoted::notice(seen));
    }
    if seen.core.is_empty() || seen.scheme == Some(Scheme::Basic) {
        return;
    }
    if say(seen, hints, masked::notice(seen)) || say(seen, hints, placeholder::notice(seen)) {
        return;
    }
    let address = value.field.is_some_and(|field| field.address != Address::None) && is_address(seen, hints);
    if !address {
        look_at_shape(seen, hints);
    }
}

/// The hints at an address; whether there are any.
#[inline(never)]
fn is_address(seen: &Seen<'_>, hints: &mut Vec<Hint>) -> bool {
    let parts = seen.signs.has(Signs::SLASH | Signs::DOT)
        && (say(seen, hints, doubled_suffix::notice(seen)) || say(seen, hints, url_for_subdomain::notice(seen)));
    say(seen, hints, subdomain_for_url::notice(seen)) || parts
}

/// The hints at what a credential looks like.
#[inline(never)]
fn look_at_shape(seen: &Seen<'_>, hints: &mut Vec<Hint>) {
    match seen.formats().find(|format| pattern::matches(format.program, seen.core.as_bytes())) {
        Some(format) => {
            say(seen, hints, mode_mismatch::notice(seen, format));
        }
        None => hints.extend(foreign_format::notice(seen).or_else(|| unknown_format::notice(seen))),
    }
    if let Some(claims) = jwt::claims(seen.core) {
        say(seen, hints, jwt_expired::notice(seen, &claims));
        say(seen, hints, id_token::notice(seen, &claims));
    }
}
