//! The checker: a catalogue, and what the caller knows about the service.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use crate::catalog::{Catalog, RegisterError};
use crate::context::{Context, Lookup, Trust};
use crate::limits::Limits;
use crate::request::Request;
use crate::verdict::Verdict;

type OwnedLookup = Box<dyn Fn(&str) -> bool + Send + Sync>;

/// Checks requests. Clones share their options, so a clone is cheap, and threads can use the same checker.
///
/// ```
/// use auth_object::{Checker, Request};
///
/// let checker = Checker::builder().linked_accounts(["account:12345"]).build();
/// let request = Request::new(br#"{"slug":"slack","auth_object":{"bot_tokn":"fake-token"}}"#)
///     .api_key("tk-fake")
///     .linked_account_id("account:12345");
/// let verdict = checker.check(&request);
/// assert_eq!(verdict.response.status, 400);
/// assert_eq!(verdict.issues()[1].reason.suggestion(), Some("bot_token"));
/// ```
#[derive(Clone, Default)]
pub struct Checker(Arc<Options>);

/// Builds a [`Checker`].
///
/// ```
/// use auth_object::CheckerBuilder;
///
/// let checker = CheckerBuilder::default().hints(false).build();
/// assert_eq!(checker.catalog().find("slack").map(|app| app.name), Some("Slack"));
/// ```
#[derive(Default)]
pub struct CheckerBuilder(Options);

struct Options {
    catalog: Catalog,
    trust: Trust,
    hints: bool,
    limits: Limits,
    api_keys: Option<OwnedLookup>,
    linked_accounts: Option<OwnedLookup>,
    custom_apps: Option<OwnedLookup>,
    clock: Box<dyn Fn() -> u64 + Send + Sync>,
    request_ids: Box<dyn Fn() -> String + Send + Sync>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            catalog: Catalog::default(),
            trust: Trust::All,
            hints: true,
            limits: Limits::default(),
            api_keys: None,
            linked_accounts: None,
            custom_apps: None,
            clock: Box::new(sources::seconds_since_1970),
            request_ids: Box::new(sources::uuid),
        }
    }
}

#[cfg(feature = "std-sources")]
mod sources {
    use std::time::{SystemTime, UNIX_EPOCH};

    pub fn seconds_since_1970() -> u64 {
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
    }

    pub fn uuid() -> String {
        uuid::Uuid::new_v4().to_string()
    }
}

#[cfg(not(feature = "std-sources"))]
mod sources {
    pub fn seconds_since_1970() -> u64 {
        0
    }

    pub fn uuid() -> String {
        "00000000-0000-0000-0000-000000000000".into()
    }
}

impl Checker {
    /// Returns a builder. Rules that need something that is not set are not checked.
    ///
    /// ```
    /// use auth_object::{Checker, Trust};
    ///
    /// let checker = Checker::builder()
    ///     .api_keys(["tk-fake"])
    ///     .linked_accounts(["account:12345"])
    ///     .trust(Trust::Documented)
    ///     .build();
    /// assert!(format!("{checker:?}").contains("Documented"));
    /// ```
    pub fn builder() -> CheckerBuilder {
        CheckerBuilder::default()
    }

    /// Returns the verdict about a request.
    ///
    /// ```
    /// use auth_object::{Checker, Request};
    ///
    /// let verdict = Checker::default().check(&Request::form("copper", b"{}"));
    /// assert!(verdict.is_rejected());
    /// ```
    pub fn check<'a>(&self, request: &Request<'a>) -> Verdict<'a> {
        self.context().check(request)
    }

    /// Returns a context with the options of this checker, to change for one call.
    ///
    /// ```
    /// use auth_object::{Checker, Request, Shape};
    ///
    /// let checker = Checker::default();
    /// let mut context = checker.context();
    /// context.shape = Some(Shape::Flat);
    /// assert!(context.check(&Request::form("copper", br#"{"keybased":{}}"#)).is_rejected());
    /// ```
    pub fn context(&self) -> Context<'_> {
        let options = &*self.0;
        fn borrowed(lookup: &Option<OwnedLookup>) -> Option<Lookup<'_>> {
            lookup.as_ref().map(|lookup| &**lookup as _)
        }
        Context {
            catalog: &options.catalog,
            api_keys: borrowed(&options.api_keys),
            environment: None,
            linked_accounts: borrowed(&options.linked_accounts),
            integrations: None,
            custom_apps: borrowed(&options.custom_apps),
            verification: None,
            request_id: &*options.request_ids,
            shape: None,
            trust: options.trust,
            hints: options.hints,
            now: (options.clock)(),
            limits: options.limits,
        }
    }

    /// Returns the apps and their schemas.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// assert_eq!(Checker::default().catalog().find("hubspot").map(|app| app.brand), Some("HubSpot"));
    /// ```
    pub fn catalog(&self) -> &Catalog {
        &self.0.catalog
    }
}

impl CheckerBuilder {
    /// Replaces the catalogue, for example with one that has registered apps.
    ///
    /// ```
    /// use auth_object::{Catalog, Checker};
    ///
    /// let mut catalog = Catalog::default();
    /// catalog.register("acme_billing", br#"{"keybased":{"api_key":"string"}}"#)?;
    /// let checker = Checker::builder().catalog(catalog).build();
    /// assert!(checker.catalog().find("acme_billing").is_some());
    /// # Ok::<(), auth_object::RegisterError>(())
    /// ```
    #[must_use]
    pub fn catalog(mut self, catalog: Catalog) -> Self {
        self.0.catalog = catalog;
        self
    }

    /// Registers an app, as [`Catalog::register`] does. Only this checker and its clones know the app.
    ///
    /// # Errors
    ///
    /// Returns an error if the slug is blank or `custom`, or if the auth structure does not have the documented form.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let checker = Checker::builder().register("acme_billing", br#"{"keybased":{"api_key":"string"}}"#)?.build();
    /// assert!(checker.catalog().find("acme_billing").is_some());
    /// # Ok::<(), auth_object::RegisterError>(())
    /// ```
    pub fn register(mut self, slug: &str, auth_structure: &[u8]) -> Result<Self, RegisterError> {
        self.0.catalog.register(slug, auth_structure)?;
        Ok(self)
    }

    /// Sets which failed rules reject a request. The default is [`Trust::All`].
    ///
    /// ```
    /// use auth_object::{Checker, Request, Trust};
    ///
    /// let checker = Checker::builder().trust(Trust::Documented).build();
    /// // The app is unknown, so the rejection would be a guess.
    /// assert!(checker.check(&Request::form("no_such_app", br#"{"api_key":"fake-key"}"#)).is_accepted());
    /// ```
    #[must_use]
    pub fn trust(mut self, trust: Trust) -> Self {
        self.0.trust = trust;
        self
    }

    /// Sets whether to look for hints. The default is `true`.
    ///
    /// ```
    /// use auth_object::{Checker, Request};
    ///
    /// let request = Request::form("stripe", br#"{"api_key":"Bearer fake-key"}"#);
    /// assert_eq!(Checker::default().check(&request).hints.len(), 1);
    /// assert!(Checker::builder().hints(false).build().check(&request).hints.is_empty());
    /// ```
    #[must_use]
    pub fn hints(mut self, hints: bool) -> Self {
        self.0.hints = hints;
        self
    }

    /// Sets how large a request may be.
    ///
    /// ```
    /// use auth_object::{Checker, Limits, Request};
    ///
    /// let mut limits = Limits::default();
    /// limits.request_bytes = 20;
    /// let request = Request::form("slack", br#"{"access_token":"fake-token"}"#);
    /// assert!(Checker::builder().limits(limits).build().check(&request).is_rejected());
    /// ```
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.0.limits = limits;
        self
    }

    /// Sets the valid API keys. Any other `x-api-key` fails rule 1.
    ///
    /// ```
    /// use auth_object::{Checker, Code, Request};
    ///
    /// let checker = Checker::builder().api_keys(["tk-fake"]).build();
    /// let verdict = checker.check(&Request::new(b"{}").api_key("tk-other").linked_account_id("account:12345"));
    /// assert_eq!(verdict.issues()[0].code, Code::InvalidCredentials);
    /// ```
    #[must_use]
    pub fn api_keys<S: Into<String>>(mut self, keys: impl IntoIterator<Item = S>) -> Self {
        self.0.api_keys = Some(lookup(keys));
        self
    }

    /// Sets the linked accounts. Any other ID fails rule 7.
    ///
    /// ```
    /// use auth_object::{Checker, Request};
    ///
    /// let checker = Checker::builder().linked_accounts(["account:12345"]).build();
    /// let request = Request::new(br#"{"slug":"slack","auth_object":{"access_token":"fake-token"}}"#).api_key("tk-fake");
    /// assert!(checker.check(&request.linked_account_id("account:12345")).is_accepted());
    /// assert!(checker.check(&request.linked_account_id("account:67890")).is_rejected());
    /// ```
    #[must_use]
    pub fn linked_accounts<S: Into<String>>(mut self, ids: impl IntoIterator<Item = S>) -> Self {
        self.0.linked_accounts = Some(lookup(ids));
        self
    }

    /// Sets the slugs of custom apps, which fail rule 5.
    ///
    /// ```
    /// use auth_object::{Checker, Code, Request};
    ///
    /// let checker = Checker::builder().custom_apps(["acme_billing"]).build();
    /// let verdict = checker.check(&Request::form("acme_billing", b"{}"));
    /// assert_eq!(verdict.issues()[0].code, Code::CustomApp);
    /// ```
    #[must_use]
    pub fn custom_apps<S: Into<String>>(mut self, slugs: impl IntoIterator<Item = S>) -> Self {
        self.0.custom_apps = Some(lookup(slugs));
        self
    }

    /// Sets the clock, which returns seconds since 1970. The default is the system's clock; without the feature
    /// `std-sources` it is always 0, so no token has expired.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let checker = Checker::builder().clock(|| 1_700_000_000).build();
    /// assert_eq!(checker.context().now, 1_700_000_000);
    /// ```
    #[must_use]
    pub fn clock(mut self, clock: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        self.0.clock = Box::new(clock);
        self
    }

    /// Sets the function that makes the `request_id` of an error. The default is a random UUID; without the feature
    /// `std-sources` it is the nil UUID.
    ///
    /// ```
    /// use auth_object::{Checker, Request, ResponseBody};
    ///
    /// let checker = Checker::builder().request_ids(|| "request-1".into()).build();
    /// let ResponseBody::Long { request_id, .. } = checker.check(&Request::new(b"")).response.body else { panic!() };
    /// assert_eq!(request_id, "request-1");
    /// ```
    #[must_use]
    pub fn request_ids(mut self, make: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.0.request_ids = Box::new(make);
        self
    }

    /// Returns the checker.
    ///
    /// ```
    /// use auth_object::{Checker, Request};
    ///
    /// let checker = Checker::builder().build();
    /// assert!(checker.check(&Request::form("slack", br#"{"access_token":"fake-token"}"#)).is_accepted());
    /// ```
    pub fn build(self) -> Checker {
        Checker(Arc::new(self.0))
    }
}

fn lookup<S: Into<String>>(names: impl IntoIterator<Item = S>) -> OwnedLookup {
    let names: HashSet<String> = names.into_iter().map(Into::into).collect();
    Box::new(move |name| names.contains(name))
}

impl fmt::Debug for Checker {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.context().fmt(formatter)
    }
}

impl fmt::Debug for CheckerBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("CheckerBuilder").field("catalog", &self.0.catalog).finish_non_exhaustive()
    }
}
