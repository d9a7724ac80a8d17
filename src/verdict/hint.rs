//! Hints, and the fixes that they offer.

use std::borrow::Cow;

use serde::Serialize;

use super::reason::Name;
use super::{Issue, Path};
use crate::fixes::Edit;

/// A warning about a value or key. It never changes the response. Each place has at most one hint.
///
/// ```
/// use auth_object::{Checker, HintCode, Request};
///
/// let verdict = Checker::default().check(&Request::form("stripe", br#"{"api_key":"Bearer fake-key"}"#));
/// let hint = &verdict.hints[0];
/// assert_eq!(hint.code, HintCode::AuthPrefix);
/// assert_eq!(hint.path, ["auth_object", "api_key"]);
/// assert_eq!(hint.fix.len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Hint {
    /// The kind of hint.
    pub code: HintCode,
    /// Which help text of the code applies, if it has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<HintVariant>,
    /// The place in the request, as in [`Issue::path`].
    pub path: Path,
    /// What is wrong and what to do, in English. Never contains a value.
    pub help: Cow<'static, str>,
    /// The parameters of the help text.
    #[serde(flatten)]
    pub about: About,
    /// A safe change of the body: every operation that the value needs, in order. Empty if no change is safe.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fix: Vec<Operation>,
}

/// The parameters of a hint's help text. A parameter is absent unless the text uses it.
///
/// ```
/// use auth_object::{Checker, Request};
///
/// let verdict = Checker::default().check(&Request::form("slack", br#"{"bot_tokn":"fake-token"}"#));
/// assert_eq!(verdict.hints[0].about.suggestion, Some("bot_token"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct About {
    /// The field that was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<&'static str>,
    /// What the known formats of the value are, for example `Stripe secret key`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub means: Vec<&'static str>,
    /// The field that takes such a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
    /// The label of that field on a form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Name>,
    /// What follows the subdomain in the app's hosts, for example `.myshopify.com`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<&'static str>,
    /// Why a value of that format never works here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub never: Option<&'static str>,
    /// The likely issue that became an `unsure` hint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<Box<Issue>>,
}

impl About {
    /// No parameters.
    #[doc(hidden)]
    pub const NONE: Self =
        Self { suggestion: None, means: Vec::new(), field: None, label: None, suffix: None, never: None, issue: None };
}

/// The kind of a hint, the most specific first. If several apply to a place, the verdict has the first.
///
/// `Display` writes the name that the code has in JSON.
///
/// ```
/// use auth_object::HintCode;
///
/// assert_eq!(HintCode::AuthPrefix.to_string(), "auth_prefix");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum HintCode {
    /// The auth_object, or an auth type in it, is a JSON string.
    StringifiedAuthObject,
    /// A whole request is inside auth_object.
    NestedRequest,
    /// The credentials are in the format of a secret store or of another platform.
    WrappedCredentials,
    /// The credentials are the whole answer of a token endpoint.
    TokenResponse,
    /// The value is a placeholder, such as `YOUR_API_KEY`.
    Placeholder,
    /// The value is masked (`****`) or cut off.
    Masked,
    /// A database or a spreadsheet wrote this in the place of the value, or changed the value.
    ExportMark,
    /// The value is still encrypted.
    Encrypted,
    /// The value is JSON text.
    JsonValue,
    /// An HTTP header cannot carry the account ID.
    HeaderCharacters,
    /// The app cannot read the private key.
    PrivateKey,
    /// The value is the credential of another provider or field.
    ForeignFormat,
    /// The unknown key is close to a field of the app.
    NearMissKey,
    /// The value is percent-encoded or escaped.
    Encoded,
    /// The value contains typographic characters, such as a long dash.
    TypographicCharacters,
    /// A domain suffix is doubled.
    DoubledSuffix,
    /// The value is a URL or host, but the field takes a subdomain or host.
    UrlForSubdomain,
    /// The value is a host without a scheme, but the field takes a URL.
    SubdomainForUrl,
    /// The value is a JSON Web Token without its end.
    CutOff,
    /// The value is an OpenID Connect ID token instead of an access token.
    IdToken,
    /// The JSON Web Token has expired.
    JwtExpired,
    /// The value is a test credential in a production request, or the reverse.
    ModeMismatch,
    /// The scheme of an `Authorization` header is before the token.
    AuthPrefix,
    /// The name of the value is before it: `API_KEY=…`.
    NamedValue,
    /// The value is in quotes.
    Quoted,
    /// A comma or a semicolon follows the value.
    TrailingPunctuation,
    /// The value contains invisible characters or line breaks.
    InvisibleCharacters,
    /// The value has white space around it.
    OuterWhitespace,
    /// The value has none of the field's formats.
    UnknownFormat,
    /// The access token expires and there is no refresh token.
    NoRefreshToken,
    /// A likely failure that [`Trust::Documented`](crate::Trust::Documented) does not count.
    Unsure,
}

impl HintCode {
    /// Every code, the most specific first.
    pub const ALL: [Self; 31] = [
        Self::StringifiedAuthObject,
        Self::NestedRequest,
        Self::WrappedCredentials,
        Self::TokenResponse,
        Self::Placeholder,
        Self::Masked,
        Self::ExportMark,
        Self::Encrypted,
        Self::JsonValue,
        Self::HeaderCharacters,
        Self::PrivateKey,
        Self::ForeignFormat,
        Self::NearMissKey,
        Self::Encoded,
        Self::TypographicCharacters,
        Self::DoubledSuffix,
        Self::UrlForSubdomain,
        Self::SubdomainForUrl,
        Self::CutOff,
        Self::IdToken,
        Self::JwtExpired,
        Self::ModeMismatch,
        Self::AuthPrefix,
        Self::NamedValue,
        Self::Quoted,
        Self::TrailingPunctuation,
        Self::InvisibleCharacters,
        Self::OuterWhitespace,
        Self::UnknownFormat,
        Self::NoRefreshToken,
        Self::Unsure,
    ];
}

/// Which help text of a hint's code applies.
///
/// ```
/// use auth_object::{Checker, HintVariant, Request};
///
/// let verdict = Checker::default().check(&Request::form("stripe", br#"{"api_key":"Basic ZmFrZTpmYWtl"}"#));
/// assert_eq!(verdict.hints[0].variant, Some(HintVariant::Basic));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum HintVariant {
    /// `outer_whitespace`, `quoted`, `invisible_characters`: the value is a password, which may contain them.
    Password,
    /// `quoted`: there is nothing between the quotes.
    Empty,
    /// `auth_prefix`: the scheme is `Basic`, so a user name and a password follow.
    Basic,
    /// `invisible_characters`: there is a line break or a tab inside the value.
    LineBreak,
    /// `url_for_subdomain`, `doubled_suffix`: the field takes a host.
    Host,
    /// `mode_mismatch`: a live credential in a test request. Without the variant, the reverse.
    Live,
    /// `jwt_expired`: the request also has a refresh token.
    Refreshed,
    /// `near_miss_key`: the name differs only in case and punctuation.
    SameName,
    /// `export_mark`: there is no value, such as `\N`.
    Null,
    /// `export_mark`: an error of a spreadsheet, such as `#REF!`, or a cell that was too narrow.
    Error,
    /// `export_mark`: a number in scientific notation, whose last digits are lost.
    Rounded,
    /// `export_mark`: the mark of text in a spreadsheet.
    TextMark,
    /// `placeholder`: a reference to a secret store.
    Reference,
    /// `cut_off`: the token is exactly as long as many database columns.
    Column,
    /// `encoded`: the escapes of JSON. Without the variant, percent-encoding.
    Json,
    /// `url_for_subdomain`: a port follows the host, and another field takes it.
    Port,
    /// `private_key`: the line breaks are written as `\n`.
    EscapedLines,
    /// `private_key`: the key is on one line.
    OneLine,
    /// `private_key`: the BEGIN or the END line is missing.
    CutOff,
    /// `private_key`: a public key or a certificate.
    Public,
    /// `private_key`: the name of a file.
    FileName,
    /// `private_key`: the key was encoded in base64 once more.
    Base64,
    /// `private_key`: the key is encrypted, and the request has no passphrase.
    Encrypted,
    /// `url_for_subdomain`: the name is one that the provider uses itself, such as `www`.
    Reserved,
    /// `wrapped_credentials`: the answer of HashiCorp Vault.
    Vault,
    /// `wrapped_credentials`: the answer of AWS Secrets Manager.
    SecretString,
    /// `wrapped_credentials`: the credentials of n8n.
    N8n,
    /// `wrapped_credentials`: a connection of Nango.
    Nango,
    /// `wrapped_credentials`: the key of a Google service account.
    ServiceAccount,
}

impl HintVariant {
    /// Every variant.
    pub const ALL: [Self; 29] = [
        Self::Password,
        Self::Empty,
        Self::Basic,
        Self::LineBreak,
        Self::Host,
        Self::Live,
        Self::Refreshed,
        Self::SameName,
        Self::Null,
        Self::Error,
        Self::Rounded,
        Self::TextMark,
        Self::Reference,
        Self::Column,
        Self::Json,
        Self::Port,
        Self::EscapedLines,
        Self::OneLine,
        Self::CutOff,
        Self::Public,
        Self::FileName,
        Self::Base64,
        Self::Encrypted,
        Self::Reserved,
        Self::Vault,
        Self::SecretString,
        Self::N8n,
        Self::Nango,
        Self::ServiceAccount,
    ];
}

/// One operation of a fix: a JSON Patch operation (RFC 6902), except that `replace` names an [`Edit`] instead of
/// containing the new value. Paths are JSON pointers into the body.
///
/// ```
/// use auth_object::{Checker, Edit, Operation, Request};
///
/// let verdict = Checker::default().check(&Request::form("stripe", br#"{"api_key":"Bearer fake-key"}"#));
/// let fix = Operation::Replace { path: "/auth_object/api_key".into(), edit: Edit::StripPrefix };
/// assert_eq!(verdict.hints[0].fix, [fix]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "op", rename_all = "lowercase")]
#[non_exhaustive]
pub enum Operation {
    /// Moves the value at `from` to `path`.
    Move {
        /// The old place.
        from: String,
        /// The new place.
        path: String,
    },
    /// Removes the value at `path`.
    Remove {
        /// The place of the value.
        path: String,
    },
    /// Changes the string at `path`.
    Replace {
        /// The place of the string.
        path: String,
        /// The change.
        edit: Edit,
    },
}
