//! What a caller knows about the service's side, and how a request is to be checked.

use std::fmt;

use crate::catalog::Catalog;
use crate::request::{Environment, Shape};

/// A set of names that the caller knows: whether it contains a name.
pub type Known<'c> = &'c dyn Fn(&str) -> bool;

/// What a caller knows about the service's side for one call. [`Checker::context`](crate::Checker::context) makes it.
///
/// What is not given is not checked, and is listed as `unchecked` in the verdict.
///
/// ```
/// use auth_object::{Checker, Request, Verification};
///
/// let checker = Checker::default();
/// let mut context = checker.context();
/// context.verification = Some(Verification::Rejected("The token was revoked."));
/// let verdict = context.check(&Request::form("copper", br#"{"api_token":"fake-token","email":"a@example.com"}"#));
/// assert_eq!(verdict.response.status, 500);
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Context<'c> {
    /// The apps and their schemas.
    pub(crate) catalog: &'c Catalog,
    /// The valid `x-api-key`s; any other fails rule 1.
    pub api_keys: Option<Known<'c>>,
    /// The environment, if the prefix of the key does not say it.
    pub environment: Option<Environment>,
    /// The linked accounts; any other fails rule 7.
    pub linked_accounts: Option<Known<'c>>,
    /// Slugs of the integrations that the account has already: the answer to a flat request is then "updated".
    pub integrations: Option<Known<'c>>,
    /// Slugs of custom apps, which fail rule 5.
    pub custom_apps: Option<Known<'c>>,
    /// What the caller's own verifier found; rule 13.
    pub verification: Option<Verification<'c>>,
    /// Makes the `request_id` of an error.
    pub request_id: &'c dyn Fn() -> String,
    /// The shape, if it is not to be read off the auth_object.
    pub shape: Option<Shape>,
    /// Which failed rules reject a request.
    pub trust: Trust,
    /// Whether to look for hints.
    pub hints: bool,
    /// The time that tokens are compared with, in seconds since 1970.
    pub now: u64,
}

/// What a verifier found.
///
/// ```
/// use auth_object::Verification;
///
/// assert_ne!(Verification::Accepted, Verification::Rejected("The token was revoked."));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification<'c> {
    /// The provider accepts the credentials.
    Accepted,
    /// The provider rejects them for this reason, which is in the answer: it must not contain a credential.
    Rejected(&'c str),
}

/// Which failed rules reject a request.
///
/// ```
/// use auth_object::{Checker, Request, Trust};
///
/// let checker = Checker::builder().trust(Trust::Documented).build();
/// // No document says which fields Zendesk has, so that an unknown one is only a hint.
/// let request = Request::form("zendesk", br#"{"keybased":{"made_up":"fake-value"}}"#);
/// assert!(Checker::default().check(&request).is_rejected());
/// assert!(!checker.check(&request).is_rejected());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Trust {
    /// All of them.
    #[default]
    All,
    /// Only those that rest on documents; the others become `unsure` hints.
    Documented,
}

impl fmt::Debug for Context<'_> {
    /// Which members are given, never what they hold.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Context")
            .field("api_keys", &self.api_keys.is_some())
            .field("environment", &self.environment)
            .field("shape", &self.shape)
            .field("trust", &self.trust)
            .finish_non_exhaustive()
    }
}
