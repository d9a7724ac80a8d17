//! The answer to one request: what the endpoint would say, and everything that is to say about the request.

use std::borrow::Cow;

use serde::Serialize;

use crate::catalog::{App, Basis};
use crate::response::Response;

/// What the endpoint would answer, and why.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict<'a> {
    /// Whether the request would be accepted.
    pub ok: bool,
    /// The app of the slug.
    #[serde(skip)]
    pub app: Option<&'static App>,
    /// How sure a refusal is; absent on an accepted request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// The slug of the request, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<Cow<'a, str>>,
    /// The auth type that the auth_object was read as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auth_type: Option<&'static str>,
    /// The shape that the auth_object was read as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shape: Option<Shape>,
    /// Where the schema behind the verdict comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// The endpoint's answer, as documented.
    pub response: Response<'a>,
    /// Every failure, in the order of the rules (of unknown keys, the first thousand); empty on an accepted request.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
    /// Warnings; they never change the answer.
    pub hints: Vec<Hint>,
    /// Codes of the rules that only the service can decide.
    pub unchecked: Vec<Code>,
}

/// How sure a refusal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// At least one failure rests on no guess.
    Certain,
    /// Every failure rests on a guessed schema or on the catalogue's ignorance.
    Likely,
}

/// The two shapes of an auth_object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// One key naming the auth type, its fields inside (migrate-token.md).
    Typed,
    /// The fields alone (migrate-token-for-a-linked-account.md).
    Flat,
}

/// A failure: one rule, one place.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Issue {
    /// The rule that failed.
    pub code: Code,
    /// Where: `["headers", name]`, `["body"]`, or keys of the body; never empty.
    pub path: Path,
    /// The text of the endpoint's answer to this failure alone.
    pub message: Cow<'static, str>,
    /// What is wrong here, and what to do; never holds a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// A name of the catalogue that was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
    /// Where the message comes from.
    pub basis: TextBasis,
    /// Whether this failure rests on a guessed schema.
    #[serde(skip)]
    pub likely: bool,
}

/// A place in the request.
pub type Path = Vec<Cow<'static, str>>;

/// Where the wording of a message comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TextBasis {
    /// Word for word in the endpoint's two documents.
    Documented,
    /// Word for word in the documentation of another endpoint of the same API.
    Sibling,
    /// Ours: no document words this failure.
    Inferred,
}

/// The rules, in the order of their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // each is documented in its file under rules/
pub enum Code {
    InvalidCredentials,
    LinkedAccountIdRequired,
    InvalidJson,
    SlugRequired,
    CustomApp,
    UnknownApp,
    LinkedAccountNotFound,
    AuthObjectRequired,
    AuthType,
    InvalidValue,
    Oauth2Fields,
    KeybasedFields,
    VerificationFailed,
}

impl Code {
    /// Every code, in the order of the rules.
    pub const ALL: [Self; 13] = [
        Self::InvalidCredentials,
        Self::LinkedAccountIdRequired,
        Self::InvalidJson,
        Self::SlugRequired,
        Self::CustomApp,
        Self::UnknownApp,
        Self::LinkedAccountNotFound,
        Self::AuthObjectRequired,
        Self::AuthType,
        Self::InvalidValue,
        Self::Oauth2Fields,
        Self::KeybasedFields,
        Self::VerificationFailed,
    ];
}

/// A warning; it never changes the answer.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Hint {
    /// What was noticed.
    pub code: HintCode,
    /// Where, as in [`Issue::path`].
    pub path: Path,
    /// What was noticed and what to do; never holds a value.
    pub help: Cow<'static, str>,
    /// A change that is safe to make, as an RFC 6902 patch of the body.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fix: Vec<Operation>,
}

/// What a hint noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // each is documented in its file under hints/
pub enum HintCode {
    OuterWhitespace,
    Quoted,
    AuthPrefix,
    Placeholder,
    Masked,
    InvisibleCharacters,
    UrlForSubdomain,
    SubdomainForUrl,
    DoubledSuffix,
    UnknownFormat,
    ForeignFormat,
    ModeMismatch,
    JwtExpired,
    IdToken,
    NoRefreshToken,
    StringifiedAuthObject,
    NestedRequest,
    NearMissKey,
    Unsure,
}

impl HintCode {
    /// Every code, in the order in which hints are given.
    pub const ALL: [Self; 19] = [
        Self::OuterWhitespace,
        Self::Quoted,
        Self::AuthPrefix,
        Self::Placeholder,
        Self::Masked,
        Self::InvisibleCharacters,
        Self::UrlForSubdomain,
        Self::SubdomainForUrl,
        Self::DoubledSuffix,
        Self::UnknownFormat,
        Self::ForeignFormat,
        Self::ModeMismatch,
        Self::JwtExpired,
        Self::IdToken,
        Self::NoRefreshToken,
        Self::StringifiedAuthObject,
        Self::NestedRequest,
        Self::NearMissKey,
        Self::Unsure,
    ];
}

/// One operation of a fix: RFC 6902, but a `replace` names the edit instead of holding the new value.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "op", rename_all = "lowercase")]
pub enum Operation {
    /// Moves what is at `from` to `path` (JSON pointers into the body).
    Move {
        /// Where the value is.
        from: String,
        /// Where it belongs.
        path: String,
    },
    /// Removes what is at `path`.
    Remove {
        /// What to remove.
        path: String,
    },
    /// Changes the text at `path`.
    Replace {
        /// The text to change.
        path: String,
        /// The change.
        edit: Edit,
    },
}

/// A change to a text value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// Removes outer white space.
    Trim,
    /// Removes one pair of outer quotes.
    StripQuotes,
    /// Removes a leading `Bearer `, `Basic ` or `token `.
    StripPrefix,
    /// Removes zero-width and control characters.
    StripInvisible,
    /// Keeps the subdomain of a URL or host.
    ToSubdomain,
    /// Puts `https://` before a host.
    ToUrl,
    /// Removes the second of a doubled domain suffix.
    StripSuffix,
    /// Reads the text as JSON.
    ParseJson,
}

impl Edit {
    /// Every edit; its index is its number at the wasm boundary.
    pub const ALL: [Self; 8] = [
        Self::Trim,
        Self::StripQuotes,
        Self::StripPrefix,
        Self::StripInvisible,
        Self::ToSubdomain,
        Self::ToUrl,
        Self::StripSuffix,
        Self::ParseJson,
    ];
}
