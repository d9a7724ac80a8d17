//! The answer to one request: what the endpoint would say, and everything that is to say about the request.

use std::borrow::Cow;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::catalog::Basis;
use crate::fixes::Edit;
use crate::reason::{Name, Reason};
use crate::request::Shape;
use crate::response::Response;

/// What the endpoint would answer, and why.
///
/// Its JSON text is the verdict of the npm package.
///
/// ```
/// use auth_object::{Checker, Request};
///
/// let verdict = Checker::default().check(&Request::form("slack", br#"{"acces_token":"fake-token"}"#));
/// for issue in verdict.issues() {
///     println!("{}: {}", issue.path.join("."), issue.help);
/// }
/// assert_eq!(verdict.response.status, 400);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Verdict<'a> {
    /// Whether the request would be accepted.
    pub outcome: Outcome,
    /// The slug of the request, redacted if it is not a known one and looks like a secret.
    pub slug: Option<Cow<'a, str>>,
    /// The auth type that the auth_object is read as.
    pub auth_type: Option<&'static str>,
    /// The shape that the auth_object is read as.
    pub shape: Option<Shape>,
    /// Where the schema behind the verdict comes from.
    pub basis: Option<Basis>,
    /// The endpoint's answer, as documented.
    pub response: Response<'a>,
    /// Warnings; they never change the answer.
    pub hints: Vec<Hint>,
    /// Codes of the rules that only the service can check.
    pub unchecked: Vec<Code>,
}

/// Whether a request would be accepted.
///
/// ```
/// use auth_object::{Checker, Outcome, Request};
///
/// let verdict = Checker::default().check(&Request::form("slack", b"{}"));
/// let Outcome::Rejected { issues, .. } = &verdict.outcome else { panic!("an empty auth_object") };
/// assert_eq!(issues.len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The endpoint would accept it.
    Accepted,
    /// The endpoint would reject it.
    Rejected {
        /// Whether the rejection rests on a guess.
        certainty: Certainty,
        /// Every failure, in the order of the rules; of unknown keys, the first thousand. Never empty.
        issues: Vec<Issue>,
    },
}

impl Verdict<'_> {
    /// Whether the endpoint would accept the request.
    pub const fn is_accepted(&self) -> bool {
        matches!(self.outcome, Outcome::Accepted)
    }

    /// Whether the endpoint would reject the request.
    pub const fn is_rejected(&self) -> bool {
        !self.is_accepted()
    }

    /// Every failure, in the order of the rules; empty if the request is accepted.
    pub fn issues(&self) -> &[Issue] {
        match &self.outcome {
            Outcome::Accepted => &[],
            Outcome::Rejected { issues, .. } => issues,
        }
    }

    /// Whether the rejection rests on a guess; `None` if the request is accepted.
    pub const fn certainty(&self) -> Option<Certainty> {
        match self.outcome {
            Outcome::Accepted => None,
            Outcome::Rejected { certainty, .. } => Some(certainty),
        }
    }
}

impl Serialize for Verdict<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut verdict = serializer.serialize_struct("Verdict", 10)?;
        verdict.serialize_field("ok", &self.is_accepted())?;
        if let Some(certainty) = self.certainty() {
            verdict.serialize_field("certainty", &certainty)?;
        }
        if let Some(slug) = &self.slug {
            verdict.serialize_field("slug", slug)?;
        }
        if let Some(auth_type) = self.auth_type {
            verdict.serialize_field("authType", auth_type)?;
        }
        if let Some(shape) = self.shape {
            verdict.serialize_field("shape", &shape)?;
        }
        if let Some(basis) = self.basis {
            verdict.serialize_field("basis", &basis)?;
        }
        verdict.serialize_field("response", &self.response)?;
        if let Outcome::Rejected { issues, .. } = &self.outcome {
            verdict.serialize_field("issues", issues)?;
        }
        verdict.serialize_field("hints", &self.hints)?;
        verdict.serialize_field("unchecked", &self.unchecked)?;
        verdict.end()
    }
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

/// A failure: one rule, one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Issue {
    /// The rule that failed.
    pub code: Code,
    /// Where: `["headers", name]`, `["body"]`, or keys of the body; never empty.
    pub path: Path,
    /// The text of the endpoint's answer to this failure alone.
    pub message: Cow<'static, str>,
    /// Why it failed, with parameters.
    #[serde(flatten)]
    pub reason: Reason,
    /// What is wrong and what to do, in English, made from the reason; never holds a value.
    pub help: String,
    /// Where the message comes from.
    pub basis: TextBasis,
    /// Whether this failure rests on a guess.
    pub certainty: Certainty,
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
