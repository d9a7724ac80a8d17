//! A value that is checked for hints, split into the layers that the edits remove.

use super::byte_class::ByteClass;
use super::hint_input::{HintInput, HintValue};
use crate::catalog::{Address, Field, Format, formats, pattern};
use crate::fixes::{self, Edit, Scheme};
use crate::text::{contains, ends_with_ignore_case, fold, redact};

/// A value and its layers.
pub(in crate::hints) struct Candidate<'s> {
    pub input: &'s HintInput<'s>,
    pub value: &'s HintValue<'s>,
    /// The value without the white space around it and without invisible characters.
    pub bare: &'s str,
    /// `bare` without the punctuation after it.
    pub body: &'s str,
    /// `body` without quotes.
    pub inner: &'s str,
    /// Whether the value's name is before it.
    pub is_named: bool,
    /// The scheme before the credential.
    pub scheme: Option<Scheme>,
    /// `inner` without the name and the scheme.
    pub core: &'s str,
    /// The classes of the value's bytes.
    pub classes: ByteClass,
    is_password: bool,
}

impl<'s> Candidate<'s> {
    pub fn new(input: &'s HintInput<'s>, value: &'s HintValue<'s>, bare: &'s str, classes: ByteClass) -> Self {
        let is_password = names_password(&value.key);
        let mut candidate = Self {
            input,
            value,
            bare,
            body: bare,
            inner: bare,
            is_named: false,
            scheme: None,
            core: bare,
            classes,
            is_password,
        };
        if classes.has(ByteClass::PASTE)
            && let Some(body) = fixes::unpunctuated(bare)
            && is_only_punctuation_after(&candidate, body)
        {
            (candidate.body, candidate.inner) = (body, body);
        }
        if classes.has(ByteClass::QUOTE) {
            candidate.inner = fixes::unquoted(candidate.body).unwrap_or(candidate.body);
        }
        candidate.core = candidate.inner;
        candidate.split_scheme();
        if candidate.scheme.is_none()
            && classes.has(ByteClass::PASTE | ByteClass::SEPARATOR)
            && let Some((name, core)) = fixes::unnamed(candidate.inner)
            && is_name_before(&candidate, name, core)
        {
            (candidate.is_named, candidate.core) = (true, core);
            candidate.split_scheme();
        }
        candidate
    }

    fn split_scheme(&mut self) {
        if self.classes.has(ByteClass::SPACE)
            && let Some((scheme, core)) = fixes::unprefixed(self.core)
            && self.takes_token()
        {
            (self.scheme, self.core) = (Some(scheme), core);
        }
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

    /// Returns the edits that remove what cannot belong to the value, in order. A possible password has none, because
    /// it may contain anything.
    pub fn slips(&self) -> Vec<Edit> {
        let mut edits = Vec::new();
        // Without a schema any field may be a password.
        let may_be_password = self.is_password() || self.input.auth_type.is_none() && !self.secret();
        if may_be_password || self.core.is_empty() {
            return edits;
        }
        let value = &*self.value.text;
        let visible = fixes::visible(value);
        if visible.len() != value.len() {
            edits.push(Edit::StripInvisible);
        }
        let trimmed = fixes::trimmed(&visible);
        if trimmed.len() != visible.len() && !fixes::is_json(trimmed) {
            edits.push(Edit::Trim);
        }
        if self.body.len() != self.bare.len() {
            edits.push(Edit::StripPunctuation);
        }
        if self.inner.len() != self.body.len() {
            edits.push(Edit::StripQuotes);
        }
        if self.is_named {
            edits.push(Edit::StripName);
        }
        if self.has_token_prefix() {
            edits.push(Edit::StripPrefix);
        }
        edits
    }

    /// Returns `true` if an authorization scheme is before the credential that the field takes. After `Basic` come user
    /// name and password in base64, which few fields take.
    pub fn has_token_prefix(&self) -> bool {
        self.scheme.is_some_and(|scheme| scheme != Scheme::Basic || contains(&self.value.key, "base64"))
    }

    /// Returns `true` if the value is a password, which may contain anything.
    pub fn is_password(&self) -> bool {
        self.is_password
    }

    /// Returns `true` if the value is sent in an `Authorization` header.
    pub fn takes_token(&self) -> bool {
        self.secret() && !self.is_password()
    }

    /// Returns `true` if a value has a known format of the field.
    pub fn is_known(&self, value: &str) -> bool {
        self.formats().any(|format| pattern::matches(format.program, value.as_bytes()))
    }

    /// The known formats of the field.
    pub fn formats(&self) -> impl Iterator<Item = &'static Format> {
        self.value.field.into_iter().flat_map(known_formats)
    }
}

/// Returns `true` if this name before a value cannot belong to it.
fn is_name_before(candidate: &Candidate<'_>, name: &str, value: &str) -> bool {
    const CREDENTIALS: [&str; 4] = ["key", "token", "secret", "authorization"];
    let may_have_parts = value.trim_end_matches('=').bytes().any(|byte| matches!(byte, b'=' | b'&' | b';'));
    let is_credential = || candidate.takes_token() && CREDENTIALS.iter().any(|credential| ends_with(name, credential));
    !candidate.is_password()
        && !may_have_parts
        && !candidate.is_known(candidate.inner)
        && (ends_with(name, &candidate.value.key) || is_credential() || is_variable(name) && candidate.is_known(value))
}

/// Returns `true` for the name of an environment variable.
pub(in crate::hints) fn is_variable(name: &str) -> bool {
    name.contains('_') && name.bytes().all(|byte| byte == b'_' || byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Returns `true` if a name ends with another, ignoring case and punctuation.
pub(in crate::hints) fn ends_with(name: &str, end: &str) -> bool {
    let mut name = fold(name).rev();
    fold(end).rev().all(|byte| name.next() == Some(byte))
}

/// Returns `true` if the punctuation after this cannot belong to the value.
fn is_only_punctuation_after(candidate: &Candidate<'_>, body: &str) -> bool {
    if candidate.is_password() || candidate.is_known(candidate.bare) {
        return false;
    }
    let value = fixes::unquoted(body).unwrap_or(body);
    // A generated secret may have punctuation; but then it has others as well. The name of a JSON member is in quotes.
    let is_usual = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~+/=|:\" ".contains(&byte);
    let takes_token = candidate.takes_token() && !ends_with_ignore_case(candidate.value.key.as_bytes(), "secret");
    let takes_host =
        candidate.field().is_some_and(|field| matches!(field.address, Address::Host | Address::Subdomain(_)));
    candidate.is_known(value) || takes_host || takes_token && body.bytes().all(is_usual)
}

/// The formats that a field is known to take.
pub(in crate::hints) fn known_formats(field: &'static Field) -> impl Iterator<Item = &'static Format> {
    let all = field.formats.iter().filter_map(|index| formats().get(usize::from(*index)));
    all.filter(|format| format.never.is_empty())
}

/// The formats that never work in a field.
pub(in crate::hints) fn rejected_formats(field: &'static Field) -> impl Iterator<Item = &'static Format> {
    let all = field.formats.iter().filter_map(|index| formats().get(usize::from(*index)));
    all.filter(|format| !format.never.is_empty())
}

/// Returns `true` if a field takes a private key.
pub(in crate::hints) fn takes_private_key(field: &'static Field) -> bool {
    known_formats(field).any(|format| format.prefix == "-----BEGIN")
}

impl HintInput<'_> {
    /// Returns the JSON pointer (RFC 6901) to a key of the object that has the values; `None` if a key on the way is
    /// redacted, which fields of the app never are.
    pub(super) fn pointer(&self, key: &str) -> Option<String> {
        let is_root_known = self.auth_type.is_some() || self.root.len() == 1;
        let is_field = || self.auth_type.is_some_and(|auth_type| auth_type.position(key).is_some());
        if !is_root_known || !is_field() && !redact::is_unchanged(key) {
            return None;
        }
        let keys = self.root.iter().map(AsRef::as_ref).chain([key]);
        Some(keys.map(|key| format!("/{}", key.replace('~', "~0").replace('/', "~1"))).collect())
    }
}

/// Returns `true` if a key names a password, in any case and with any separators: a fix may move the value of `Pass
/// Word` to `password`.
fn names_password(key: &str) -> bool {
    let name: Vec<u8> = fold(key).collect();
    name.windows(4).any(|part| part == b"pass")
        || name.windows(3).any(|part| part == b"pwd")
        || name == b"memorableword"
}
