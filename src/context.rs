//! What a caller knows about the service, and how to check a request.

use std::fmt;

use crate::catalog::Catalog;
use crate::limits::Limits;
use crate::request::{Environment, Shape};

/// A set of names that the caller knows: returns whether a name is in it.
///
/// ```
/// use auth_object::{Checker, Code, Request};
///
/// let checker = Checker::default();
/// let mut context = checker.context();
/// context.custom_apps = Some(&|slug| slug.starts_with("acme_"));
/// let verdict = context.check(&Request::form("acme_billing", b"{}"));
/// assert_eq!(verdict.issues()[0].code, Code::CustomApp);
/// ```
pub type Lookup<'c> = &'c dyn Fn(&str) -> bool;

/// What a caller knows about the service for one call. [`Checker::context`](crate::Checker::context) makes it.
///
/// A rule that needs something that is `None` is not checked, and the verdict lists it as
/// [`unchecked`](crate::Verdict::unchecked).
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
    /// The valid API keys. Any other `x-api-key` fails rule 1.
    pub api_keys: Option<Lookup<'c>>,
    /// The environment, if the prefix of the API key does not show it.
    pub environment: Option<Environment>,
    /// The linked accounts. Any other ID fails rule 7.
    pub linked_accounts: Option<Lookup<'c>>,
    /// The slugs of the account's integrations. A flat request for one of them is answered with "updated" instead of
    /// "created".
    pub integrations: Option<Lookup<'c>>,
    /// The slugs of custom apps, which fail rule 5.
    pub custom_apps: Option<Lookup<'c>>,
    /// The result of the caller's own verifier, for rule 13.
    pub verification: Option<Verification<'c>>,
    /// Makes the `request_id` of an error.
    pub request_id: &'c dyn Fn() -> String,
    /// The shape of the auth_object. If it is `None`, the shape follows from the keys.
    pub shape: Option<Shape>,
    /// Which failed rules reject a request.
    pub trust: Trust,
    /// Whether to look for hints.
    pub hints: bool,
    /// The time to compare tokens with, in seconds since 1970.
    pub now: u64,
    /// The limits of a request.
    pub limits: Limits,
}

/// The result of a verifier: whether the app accepts the credentials.
///
/// ```
/// use auth_object::Verification;
///
/// assert_ne!(Verification::Accepted, Verification::Rejected("The token was revoked."));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verification<'c> {
    /// The app accepts the credentials.
    Accepted,
    /// The app rejects the credentials for this reason. The response contains the reason, so it must not contain a
    /// credential.
    Rejected(&'c str),
}

/// Which failed rules reject a request.
///
/// ```
/// use auth_object::{Checker, Request, Trust};
///
/// let checker = Checker::builder().trust(Trust::Documented).build();
/// // The fields of Zendesk are not documented, so an unknown field is only a hint.
/// let request = Request::form("zendesk", br#"{"keybased":{"made_up":"fake-value"}}"#);
/// assert!(Checker::default().check(&request).is_rejected());
/// assert!(checker.check(&request).is_accepted());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Trust {
    /// All of them.
    #[default]
    All,
    /// Only the failures that are certain. The likely ones become hints with the code `unsure`.
    Documented,
}

impl fmt::Debug for Context<'_> {
    /// Prints which members are given, without their contents.
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
