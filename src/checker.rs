//! The checker: a catalogue, and what it knows about the service's side.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use crate::catalog::{Catalog, RegisterError};
use crate::context::{Context, Known, Trust};
use crate::request::Request;
use crate::verdict::Verdict;

type Lookup = Box<dyn Fn(&str) -> bool + Send + Sync>;

/// Says what the endpoint would answer. Cheap to clone, and safe to share between threads.
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

/// Makes a [`Checker`]; see [`Checker::builder`].
#[derive(Default)]
pub struct CheckerBuilder(Options);

struct Options {
    catalog: Catalog,
    trust: Trust,
    hints: bool,
    api_keys: Option<Lookup>,
    linked_accounts: Option<Lookup>,
    custom_apps: Option<Lookup>,
    clock: Box<dyn Fn() -> u64 + Send + Sync>,
    request_ids: Box<dyn Fn() -> String + Send + Sync>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            catalog: Catalog::default(),
            trust: Trust::All,
            hints: true,
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
    /// A builder; everything that it is not told is not checked.
    ///
    /// ```
    /// use auth_object::{Checker, Trust};
    ///
    /// let checker = Checker::builder()
    ///     .api_keys(["tk-fake"])
    ///     .linked_accounts(["account:12345"])
    ///     .trust(Trust::Documented)
    ///     .build();
    /// # let _ = checker;
    /// ```
    pub fn builder() -> CheckerBuilder {
        CheckerBuilder::default()
    }

    /// What the endpoint would answer to a request.
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

    /// What this checker knows, to be changed for one call.
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
        fn known(lookup: &Option<Lookup>) -> Option<Known<'_>> {
            lookup.as_ref().map(|lookup| &**lookup as _)
        }
        Context {
            catalog: &options.catalog,
            api_keys: known(&options.api_keys),
            environment: None,
            linked_accounts: known(&options.linked_accounts),
            integrations: None,
            custom_apps: known(&options.custom_apps),
            verification: None,
            request_id: &*options.request_ids,
            shape: None,
            trust: options.trust,
            hints: options.hints,
            now: (options.clock)(),
        }
    }

    /// The apps and their schemas.
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
    /// Replaces the catalogue.
    ///
    /// ```
    /// use auth_object::{Catalog, Checker};
    ///
    /// let checker = Checker::builder().catalog(Catalog::default()).build();
    /// # let _ = checker;
    /// ```
    #[must_use]
    pub fn catalog(mut self, catalog: Catalog) -> Self {
        self.0.catalog = catalog;
        self
    }

    /// Registers an app; see [`Catalog::register`].
    ///
    /// # Errors
    ///
    /// If the slug is blank or `custom`, or the structure is not of the documented form.
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

    /// Which failed rules reject a request; all of them by default.
    #[must_use]
    pub fn trust(mut self, trust: Trust) -> Self {
        self.0.trust = trust;
        self
    }

    /// Whether to look for hints; by default yes.
    #[must_use]
    pub fn hints(mut self, hints: bool) -> Self {
        self.0.hints = hints;
        self
    }

    /// The valid `x-api-key`s; any other fails rule 1.
    #[must_use]
    pub fn api_keys<S: Into<String>>(mut self, keys: impl IntoIterator<Item = S>) -> Self {
        self.0.api_keys = Some(among(keys));
        self
    }

    /// The linked accounts; any other fails rule 7.
    #[must_use]
    pub fn linked_accounts<S: Into<String>>(mut self, ids: impl IntoIterator<Item = S>) -> Self {
        self.0.linked_accounts = Some(among(ids));
        self
    }

    /// Slugs of custom apps, which fail rule 5.
    #[must_use]
    pub fn custom_apps<S: Into<String>>(mut self, slugs: impl IntoIterator<Item = S>) -> Self {
        self.0.custom_apps = Some(among(slugs));
        self
    }

    /// The clock, in seconds since 1970. By default the system's; without the feature `std-sources` it stands at 0.
    #[must_use]
    pub fn clock(mut self, clock: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        self.0.clock = Box::new(clock);
        self
    }

    /// Makes the `request_id` of an error. By default a random UUID; without the feature `std-sources` the nil UUID.
    #[must_use]
    pub fn request_ids(mut self, make: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.0.request_ids = Box::new(make);
        self
    }

    /// The checker.
    pub fn build(self) -> Checker {
        Checker(Arc::new(self.0))
    }
}

fn among<S: Into<String>>(names: impl IntoIterator<Item = S>) -> Lookup {
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
