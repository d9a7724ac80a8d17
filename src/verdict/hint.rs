//! Warnings, and the changes that they offer.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use super::reason::Name;
use super::{Issue, Path};
use crate::fixes::Edit;

/// A warning; it never changes the answer. A place has one hint at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hint {
    /// What was noticed.
    pub code: HintCode,
    /// Which of the code's texts applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<HintVariant>,
    /// Where, as in [`Issue::path`].
    pub path: Path,
    /// What was noticed and what to do, in English; never holds a value.
    pub help: Cow<'static, str>,
    /// What the text needs to know.
    #[serde(flatten)]
    pub about: About,
    /// A change that is safe to make, as an RFC 6902 patch of the body: every edit that the value needs, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fix: Vec<Operation>,
}

/// The parameters of a hint's text. Each is absent unless the text names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct About {
    /// The field that was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<&'static str>,
    /// What values of the known formats are, for example `Stripe secret key`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub means: Vec<&'static str>,
    /// The field where such a value belongs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
    /// Its label on a form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Name>,
    /// What follows the subdomain in the app's hosts, for example `.myshopify.com`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<&'static str>,
    /// Why a value of that format never works here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub never: Option<&'static str>,
    /// The likely issue that an `unsure` hint stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<Box<Issue>>,
}

impl About {
    /// No parameters.
    pub const NONE: Self =
        Self { suggestion: None, means: Vec::new(), field: None, label: None, suffix: None, never: None, issue: None };
}

/// What a hint noticed, most telling first: of several at one place the first is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // each is documented in its file under hints/
pub enum HintCode {
    StringifiedAuthObject,
    NestedRequest,
    Placeholder,
    Masked,
    PrivateKey,
    ForeignFormat,
    NearMissKey,
    DoubledSuffix,
    UrlForSubdomain,
    SubdomainForUrl,
    IdToken,
    JwtExpired,
    ModeMismatch,
    AuthPrefix,
    Quoted,
    InvisibleCharacters,
    OuterWhitespace,
    UnknownFormat,
    NoRefreshToken,
    Unsure,
}

impl HintCode {
    /// Every code, most telling first.
    pub const ALL: [Self; 20] = [
        Self::StringifiedAuthObject,
        Self::NestedRequest,
        Self::Placeholder,
        Self::Masked,
        Self::PrivateKey,
        Self::ForeignFormat,
        Self::NearMissKey,
        Self::DoubledSuffix,
        Self::UrlForSubdomain,
        Self::SubdomainForUrl,
        Self::IdToken,
        Self::JwtExpired,
        Self::ModeMismatch,
        Self::AuthPrefix,
        Self::Quoted,
        Self::InvisibleCharacters,
        Self::OuterWhitespace,
        Self::UnknownFormat,
        Self::NoRefreshToken,
        Self::Unsure,
    ];
}

/// Which text of a hint's code applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HintVariant {
    /// `outer_whitespace`, `quoted`, `invisible_characters`: a password may be meant so.
    Password,
    /// `quoted`: nothing is inside the quotes.
    Empty,
    /// `auth_prefix`: `Basic`, so a user name and a password follow.
    Basic,
    /// `invisible_characters`: a line break or a tab inside the value.
    LineBreak,
    /// `url_for_subdomain`, `doubled_suffix`: the field takes a host.
    Host,
    /// `mode_mismatch`: a live credential in a test request; otherwise the reverse.
    Live,
    /// `jwt_expired`: a refresh token is there.
    Refreshed,
    /// `near_miss_key`: the name differs only in case and punctuation.
    SameName,
}

impl HintVariant {
    /// Every variant; its index is its number at the wasm boundary.
    pub const ALL: [Self; 8] = [
        Self::Password,
        Self::Empty,
        Self::Basic,
        Self::LineBreak,
        Self::Host,
        Self::Live,
        Self::Refreshed,
        Self::SameName,
    ];
}

/// One operation of a fix: RFC 6902, but a `replace` names the edit instead of holding the new value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

impl fmt::Display for HintCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(formatter)
    }
}
