//! Requests, and the readers of their bodies. A reader only finds the keys and the type of each value.

mod body;
mod dialect;
mod environment;
mod fault;
pub(crate) mod json;
pub(crate) mod json_scanner;
mod json_string;
mod kind;
#[cfg(feature = "serde_json")]
mod serde_value;
mod shape;
mod string_end;

pub(crate) use body::{AuthObject, Body, Entry, Invalid, Members, Position, Value, sort};
pub use environment::Environment;
pub use fault::Fault;
pub(crate) use json_string::JsonString;
pub use kind::Kind;
pub use shape::Shape;

use crate::limits::Limits;

/// A request to `PUT /api/v2/public/migrate-token`.
///
/// ```
/// use auth_object::{Checker, Request};
///
/// let request = Request::new(br#"{"slug":"slack","auth_object":{"access_token":"fake-token"}}"#)
///     .api_key("tk-fake")
///     .linked_account_id("account:12345");
/// assert!(Checker::default().check(&request).is_accepted());
/// ```
#[derive(Clone, Copy)]
pub struct Request<'a> {
    pub(crate) scope: Scope,
    pub(crate) api_key: Option<&'a str>,
    pub(crate) linked_account_id: Option<&'a str>,
    pub(crate) slug: Option<&'a str>,
    content: Content<'a>,
}

/// The body, in the form in which the caller has it.
#[derive(Clone, Copy)]
enum Content<'a> {
    Json(&'a [u8]),
    AuthObjectJson(&'a [u8]),
    #[cfg(feature = "serde_json")]
    Value(&'a serde_json::Value),
    #[cfg(feature = "serde_json")]
    AuthObjectValue(&'a serde_json::Value),
    Unserialisable(Fault, &'a [String]),
}

/// The parts of a request that are given. They decide which rules apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The headers and the body: all rules.
    Request,
    /// A slug and an auth_object, without headers: rules 4 to 6 and 8 to 13, and rule 3 for the auth_object.
    Form,
    /// A row of a file, which may name its linked account: rules 2 to 13.
    Row,
}

impl<'a> Request<'a> {
    /// Returns a request with this body, JSON in UTF-8.
    ///
    /// ```
    /// use auth_object::{Checker, Code, Request};
    ///
    /// // There are no headers yet, so rules 1 and 2 fail.
    /// let verdict = Checker::default().check(&Request::new(br#"{"slug":"slack"}"#));
    /// assert_eq!(verdict.issues()[0].code, Code::InvalidCredentials);
    /// ```
    pub fn new(body: &'a [u8]) -> Self {
        Self::of(Scope::Request, Content::Json(body))
    }

    /// Returns a request with this body.
    ///
    /// ```
    /// use auth_object::{Checker, Request};
    /// use serde_json::json;
    ///
    /// let body = json!({ "slug": "slack", "auth_object": { "access_token": "fake-token" } });
    /// let request = Request::from_value(&body).api_key("tk-fake").linked_account_id("account:12345");
    /// assert!(Checker::default().check(&request).is_accepted());
    /// ```
    #[cfg(feature = "serde_json")]
    pub fn from_value(body: &'a serde_json::Value) -> Self {
        Self::of(Scope::Request, Content::Value(body))
    }

    /// Returns the request of a form: a slug and an auth_object, JSON in UTF-8, without headers. Rules 4 to 6 and 8 to 13
    /// apply, and rule 3 if the auth_object is not valid JSON.
    ///
    /// ```
    /// use auth_object::{Checker, Request};
    ///
    /// let request = Request::form("copper", br#"{"keybased":{"api_token":"fake-token","email":"a@example.com"}}"#);
    /// assert!(Checker::default().check(&request).is_accepted());
    /// ```
    pub fn form(slug: &'a str, auth_object: &'a [u8]) -> Self {
        Self::of(Scope::Form, Content::AuthObjectJson(auth_object)).slug(slug)
    }

    /// Returns the request of a form, as [`Request::form`] does, for a parsed auth_object.
    ///
    /// ```
    /// use auth_object::{Checker, Request};
    /// use serde_json::json;
    ///
    /// let auth_object = json!({ "access_token": "fake-token" });
    /// assert!(Checker::default().check(&Request::form_value("slack", &auth_object)).is_accepted());
    /// ```
    #[cfg(feature = "serde_json")]
    pub fn form_value(slug: &'a str, auth_object: &'a serde_json::Value) -> Self {
        Self::of(Scope::Form, Content::AuthObjectValue(auth_object)).slug(slug)
    }

    /// Returns a request whose JavaScript body cannot be written as JSON because of the value at `path`.
    #[doc(hidden)]
    pub fn unserialisable(fault: Fault, path: &'a [String]) -> Self {
        Self::of(Scope::Request, Content::Unserialisable(fault, path))
    }

    /// Returns the request of a row.
    pub(crate) fn row(json: &'a [u8]) -> Self {
        Self::of(Scope::Row, Content::Json(json))
    }

    fn of(scope: Scope, content: Content<'a>) -> Self {
        Self { scope, api_key: None, linked_account_id: None, slug: None, content }
    }

    /// Sets the header `x-api-key`.
    ///
    /// ```
    /// use auth_object::{Checker, Code, Request};
    ///
    /// let verdict = Checker::default().check(&Request::new(b"{}").api_key("tk-fake"));
    /// assert_eq!(verdict.issues()[0].code, Code::LinkedAccountIdRequired);
    /// ```
    #[must_use]
    pub fn api_key(mut self, key: &'a str) -> Self {
        self.api_key = Some(key);
        self
    }

    /// Sets the header `linked_account_id`.
    ///
    /// ```
    /// use auth_object::{Checker, Code, Request};
    ///
    /// let request = Request::new(b"{}").api_key("tk-fake").linked_account_id("account:12345");
    /// assert_eq!(Checker::default().check(&request).issues()[0].code, Code::SlugRequired);
    /// ```
    #[must_use]
    pub fn linked_account_id(mut self, id: &'a str) -> Self {
        self.linked_account_id = Some(id);
        self
    }

    /// Sets the slug to use if the body does not have one.
    ///
    /// ```
    /// use auth_object::{Checker, Request};
    ///
    /// let request = Request::new(br#"{"auth_object":{"access_token":"fake-token"}}"#).slug("slack").without_headers();
    /// assert!(Checker::default().check(&request).is_accepted());
    /// ```
    #[must_use]
    pub fn slug(mut self, slug: &'a str) -> Self {
        self.slug = Some(slug);
        self
    }

    /// Removes the headers: the rules about headers do not apply, as in [`Request::form`].
    ///
    /// ```
    /// use auth_object::{Checker, Request};
    ///
    /// let request = Request::new(br#"{"slug":"slack","auth_object":{"access_token":"fake-token"}}"#);
    /// assert!(Checker::default().check(&request).is_rejected());
    /// assert!(Checker::default().check(&request.without_headers()).is_accepted());
    /// ```
    #[must_use]
    pub fn without_headers(mut self) -> Self {
        self.scope = Scope::Form;
        self
    }

    /// Reads the body, unless it exceeds a limit.
    pub(crate) fn read_within<'m>(&self, limits: &Limits, members: &'m mut Members<'a>) -> Body<'m, 'a> {
        let request_bytes = limits.request_bytes.saturating_sub(self.slug.unwrap_or_default().len());
        let limits = &Limits { request_bytes, ..*limits };
        let exceeded = match self.content {
            Content::Json(bytes) => limits.exceeded_by(bytes),
            Content::AuthObjectJson(bytes) => limits.of_auth_object().exceeded_by(bytes),
            #[cfg(feature = "serde_json")]
            Content::Value(value) => serde_value::exceeded(limits, value),
            #[cfg(feature = "serde_json")]
            Content::AuthObjectValue(value) => serde_value::exceeded(&limits.of_auth_object(), value),
            Content::Unserialisable(..) => None,
        };
        match exceeded.map(Fault::TooLarge) {
            Some(fault) => Body::Invalid(Invalid { fault, position: Position::START, path: Vec::new() }),
            None => self.read(members),
        }
    }

    /// Reads the body.
    pub(crate) fn read<'m>(&self, members: &'m mut Members<'a>) -> Body<'m, 'a> {
        match self.content {
            Content::Json(bytes) => json::read(bytes, members),
            Content::AuthObjectJson(bytes) => json::read_auth_object(bytes, members),
            #[cfg(feature = "serde_json")]
            Content::Value(value) => serde_value::read(value, members),
            #[cfg(feature = "serde_json")]
            Content::AuthObjectValue(value) => serde_value::read_auth_object(value, members),
            Content::Unserialisable(fault, path) => {
                let path = path.iter().map(String::as_str).collect();
                Body::Invalid(Invalid { fault, position: Position::START, path })
            }
        }
    }
}

impl std::fmt::Debug for Request<'_> {
    /// Prints no contents, because the headers and the body contain secrets.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Request").field("scope", &self.scope).finish_non_exhaustive()
    }
}
