//! A request, and the readers of its body. Readers only note which keys there are and what kind of value each has; rules
//! come later.

mod body;
mod environment;
mod fault;
pub(crate) mod json;
mod shape;
mod string_end;
mod text;
#[cfg(feature = "serde_json")]
mod value;

pub(crate) use body::{AuthObject, Body, Entry, Invalid, Members, Value, sort};
pub use body::{Fault, Kind, Position};
pub use environment::Environment;
pub use shape::Shape;
pub(crate) use text::Text;

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

/// The body, as it was given.
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

/// How much of a request is given, and so which rules apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Headers and body: all rules.
    Request,
    /// A slug and an auth_object, without headers: rules 4 to 6 and 8 to 13, and rule 3 for the auth_object.
    Form,
    /// A row, which may name its linked account: rules 3 to 13.
    Row,
}

impl<'a> Request<'a> {
    /// A request with this body, JSON in UTF-8.
    pub fn new(body: &'a [u8]) -> Self {
        Self::of(Scope::Request, Content::Json(body))
    }

    /// A request with this body.
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

    /// The fields of a form: a slug and an auth_object, JSON in UTF-8, without headers. Rules 4 to 6 and 8 to 13 apply, and
    /// rule 3 if the auth_object is not valid JSON.
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

    /// The same for an auth_object that is read already.
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

    /// A request whose body has no JSON text in another language; `path` leads to what cannot be written.
    #[doc(hidden)]
    pub fn unserialisable(fault: Fault, path: &'a [String]) -> Self {
        Self::of(Scope::Request, Content::Unserialisable(fault, path))
    }

    /// A row of a file.
    pub(crate) fn row(json: &'a [u8]) -> Self {
        Self::of(Scope::Row, Content::Json(json))
    }

    fn of(scope: Scope, content: Content<'a>) -> Self {
        Self { scope, api_key: None, linked_account_id: None, slug: None, content }
    }

    /// The `x-api-key` header.
    #[must_use]
    pub fn api_key(mut self, key: &'a str) -> Self {
        self.api_key = Some(key);
        self
    }

    /// The `linked_account_id` header.
    #[must_use]
    pub fn linked_account_id(mut self, id: &'a str) -> Self {
        self.linked_account_id = Some(id);
        self
    }

    /// The slug beside the body; used if the body has none.
    #[must_use]
    pub fn slug(mut self, slug: &'a str) -> Self {
        self.slug = Some(slug);
        self
    }

    /// The same body as that of a form: the rules about headers do not apply.
    #[must_use]
    pub fn without_headers(mut self) -> Self {
        self.scope = Scope::Form;
        self
    }

    /// Reads the body.
    pub(crate) fn read<'m>(&self, members: &'m mut Members<'a>) -> Body<'m, 'a> {
        match self.content {
            Content::Json(bytes) => json::read(bytes, members),
            Content::AuthObjectJson(bytes) => json::read_auth_object(bytes, members),
            #[cfg(feature = "serde_json")]
            Content::Value(value) => value::read(value, members),
            #[cfg(feature = "serde_json")]
            Content::AuthObjectValue(value) => value::read_auth_object(value, members),
            Content::Unserialisable(fault, path) => {
                let path = path.iter().map(String::as_str).collect();
                Body::Invalid(Invalid { fault, position: Position::START, path })
            }
        }
    }
}

impl std::fmt::Debug for Request<'_> {
    /// Not what is in it: headers and body hold secrets.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Request").field("scope", &self.scope).finish_non_exhaustive()
    }
}
