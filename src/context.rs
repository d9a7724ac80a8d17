//! What the caller knows of the service's side, and how it wants to be answered.

use std::fmt;

use crate::hints::Environment;
use crate::request::Shape;

/// A set that the caller knows: whether it holds a name.
pub type Known<'a> = &'a dyn Fn(&str) -> bool;

/// Everything is optional: what is not said is not checked, and stands under `unchecked`.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The valid `x-api-key`s: any other is rule 1.
    pub api_keys: Option<Known<'a>>,
    /// The environment, where the key's prefix does not say it.
    pub environment: Option<Environment>,
    /// The linked accounts there are: any other is rule 7.
    pub linked_accounts: Option<Known<'a>>,
    /// Slugs of the integrations that the account already has: a flat request then "updated" one.
    pub integrations: Option<Known<'a>>,
    /// Slugs of custom apps: rule 5.
    pub custom_apps: Option<Known<'a>>,
    /// What the caller's own verifier said of the credentials: rule 13.
    pub verification: Option<Verification<'a>>,
    /// The `request_id` of an error; a fresh UUID v4 where there is none.
    pub request_id: Option<&'a str>,
    /// The shape, where it is not to be read off the auth_object.
    pub shape: Option<Shape>,
    /// Which refusals are refusals.
    pub trust: Trust,
    /// Whether to look for hints.
    pub hints: bool,
    /// The time, in seconds since the epoch, that tokens are held against.
    pub now: u64,
}

/// What a verifier says of credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification<'a> {
    /// The provider takes them.
    Accepted,
    /// The provider refuses them, for this reason; it stands in the answer, so it must hold no credential.
    Rejected(&'a str),
}

/// Which refusals are refusals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trust {
    /// All.
    #[default]
    All,
    /// Only those that rest on no guess; the others become `unsure` hints.
    Documented,
}

impl Default for Context<'_> {
    fn default() -> Self {
        Self {
            api_keys: None,
            environment: None,
            linked_accounts: None,
            integrations: None,
            custom_apps: None,
            verification: None,
            request_id: None,
            shape: None,
            trust: Trust::All,
            hints: true,
            now: 0,
        }
    }
}

impl fmt::Debug for Context<'_> {
    /// Says which members are given; never what they hold.
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
