//! A value that is checked for hints, layer by layer, as the edits would peel it.

use super::signs::Signs;
use super::{Subject, Value};
use crate::catalog::{Field, Format, formats};
use crate::fixes::{self, Edit, Scheme};
use crate::text::{ends_with_ignore_case, fold, redact};

/// A value and its layers.
pub(super) struct Candidate<'s> {
    pub subject: &'s Subject<'s>,
    pub value: &'s Value<'s>,
    /// Without outer white space and invisible characters.
    pub bare: &'s str,
    /// Without quotes.
    pub inner: &'s str,
    /// The scheme before the credential.
    pub scheme: Option<Scheme>,
    /// What is left.
    pub core: &'s str,
    /// What characters the value has.
    pub signs: Signs,
}

impl<'s> Candidate<'s> {
    pub fn new(subject: &'s Subject<'s>, value: &'s Value<'s>, bare: &'s str, signs: Signs) -> Self {
        let inner = if signs.has(Signs::QUOTE) { fixes::unquoted(bare).unwrap_or(bare) } else { bare };
        let mut seen = Self { subject, value, bare, inner, scheme: None, core: inner, signs };
        if signs.has(Signs::SPACE)
            && let Some((scheme, core)) = fixes::unprefixed(inner)
            && seen.takes_token()
        {
            (seen.scheme, seen.core) = (Some(scheme), core);
        }
        seen
    }

    pub fn field(&self) -> Option<&'static Field> {
        self.value.field
    }

    pub fn secret(&self) -> bool {
        match self.value.field {
            Some(field) => field.secret,
            None => ["token", "key", "secret"].iter().any(|end| ends_with_ignore_case(self.value.key.as_bytes(), end)),
        }
    }

    /// The edits that take off what cannot belong to the value, in order. None for what may be a password: it may hold
    /// anything.
    pub fn slips(&self) -> Vec<Edit> {
        let mut edits = Vec::new();
        // Of an unknown app nobody knows which field is a password.
        let may_be_password = self.is_password() || self.subject.auth_type.is_none() && !self.secret();
        if may_be_password || self.core.is_empty() || !self.subject.letters {
            return edits;
        }
        let text = &*self.value.text;
        let visible = fixes::visible(text);
        if visible.len() != text.len() {
            edits.push(Edit::StripInvisible);
        }
        let trimmed = fixes::trimmed(&visible);
        if trimmed.len() != visible.len() && !fixes::is_json(trimmed) {
            edits.push(Edit::Trim);
        }
        if self.inner.len() != self.bare.len() {
            edits.push(Edit::StripQuotes);
        }
        if self.has_token_prefix() {
            edits.push(Edit::StripPrefix);
        }
        edits
    }

    /// Whether an authorization scheme is in front of the credential that the field takes. User name and password in
    /// base64 follow `Basic`, which few fields take.
    pub fn has_token_prefix(&self) -> bool {
        self.scheme.is_some_and(|scheme| scheme != Scheme::Basic || self.value.key.contains("base64"))
    }

    /// Whether a person chose the value, so that it may look like anything.
    pub fn is_password(&self) -> bool {
        names_password(&self.value.key)
    }

    /// Whether the value is one that is sent in an `Authorization` header.
    pub fn takes_token(&self) -> bool {
        self.secret() && !self.is_password()
    }

    /// The known formats of the field.
    pub fn formats(&self) -> impl Iterator<Item = &'static Format> {
        self.value.field.into_iter().flat_map(known_formats)
    }
}

/// The formats that a field is known to take.
pub(super) fn known_formats(field: &'static Field) -> impl Iterator<Item = &'static Format> {
    let all = field.formats.iter().filter_map(|index| formats().get(usize::from(*index)));
    all.filter(|format| format.never.is_empty())
}

impl Subject<'_> {
    /// The JSON pointer (RFC 6901) to a key of the object that holds the values; `None` where a key on the way cannot
    /// be shown.
    pub(super) fn pointer(&self, key: &str) -> Option<String> {
        let root_is_plain = self.auth_type.is_some() || self.root.len() == 1;
        if !root_is_plain || !redact::is_unchanged(key) {
            return None;
        }
        let mut pointer = String::new();
        for key in self.root.iter().map(AsRef::as_ref).chain([key]) {
            pointer.push('/');
            pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
        }
        Some(pointer)
    }
}

/// Whether a key names a password, in any case and with any separators: a fix may move `Pass Word` to `password`.
fn names_password(key: &str) -> bool {
    const PASS: u32 = u32::from_be_bytes(*b"pass");
    const PWD: u32 = u32::from_be_bytes(*b"\0pwd");
    let mut last = 0;
    fold(key).any(|byte| {
        last = last << 8 | u32::from(byte);
        last == PASS || last & 0xff_ffff == PWD
    }) || fold(key).eq(fold("memorable_word"))
}
