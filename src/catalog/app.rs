//! An app: its auth types and their fields.

use serde::Serialize;

/// The source of the field names of a schema. It decides whether a rejection is certain.
///
/// ```
/// use auth_object::catalog::Basis;
///
/// assert!(Basis::Documented.is_certain());
/// assert!(!Basis::Peer.is_certain());
/// assert_eq!(Basis::Peer.to_string(), "peer");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Basis {
    /// The platform's documentation or client has the exact names.
    Documented,
    /// The platform documents only the labels. The names are the labels in snake_case.
    Labelled,
    /// The platform only names the app. The fields come from another public catalogue or from the vendor.
    Peer,
    /// The app was registered by its auth structure at run time.
    Live,
}

impl Basis {
    /// Returns `true` if a rejection that depends on such a schema is certain.
    ///
    /// ```
    /// use auth_object::catalog::Basis;
    ///
    /// assert!(Basis::Live.is_certain());
    /// ```
    pub const fn is_certain(self) -> bool {
        matches!(self, Self::Documented | Self::Live)
    }

    /// Returns the name in schemas and verdicts.
    ///
    /// ```
    /// assert_eq!(auth_object::catalog::Basis::Labelled.name(), "labelled");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Labelled => "labelled",
            Self::Peer => "peer",
            Self::Live => "live",
        }
    }
}

/// An app of the catalogue.
///
/// ```
/// use auth_object::Catalog;
///
/// let app = Catalog::default().find("hubspot").ok_or("no such app")?;
/// assert_eq!((app.name, app.brand, app.category), ("Hubspot", "HubSpot", "CRM"));
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct App {
    /// The name in requests, which must be the same in case too.
    pub slug: &'static str,
    /// The name in the endpoint's messages: `Hubspot`.
    pub name: &'static str,
    /// The name as the vendor writes it: `HubSpot`. Often equal to `name`.
    pub brand: &'static str,
    /// The category, for example `CRM`.
    pub category: &'static str,
    /// Other spellings of the slug, for suggestions. A request must use the slug.
    pub aliases: &'static [&'static str],
    /// What other platforms call the app, and its former names, for suggestions.
    pub other_names: &'static [&'static str],
    /// The auth types, in the order of the schema. There is at least one.
    pub auth_types: &'static [AuthType],
}

impl App {
    /// Returns the best basis of its auth types.
    ///
    /// ```
    /// use auth_object::Catalog;
    /// use auth_object::catalog::Basis;
    ///
    /// let app = Catalog::default().find("netsuite").ok_or("no such app")?;
    /// assert_eq!(app.basis(), Some(Basis::Documented));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn basis(&self) -> Option<Basis> {
        self.auth_types.iter().map(|auth_type| auth_type.basis).min_by_key(|basis| match basis {
            Basis::Live => 0,
            Basis::Documented => 1,
            Basis::Labelled => 2,
            Basis::Peer => 3,
        })
    }

    /// Returns the auth type with this name.
    ///
    /// ```
    /// use auth_object::Catalog;
    ///
    /// let app = Catalog::default().find("netsuite").ok_or("no such app")?;
    /// assert_eq!(app.auth_type("keybased").map(|auth_type| auth_type.fields.len()), Some(5));
    /// assert_eq!(app.auth_type("saml"), None);
    /// # Ok::<(), &str>(())
    /// ```
    pub fn auth_type(&self, name: &str) -> Option<&'static AuthType> {
        self.auth_types.iter().find(|auth_type| auth_type.name == name)
    }
}

/// An auth type of an app: one way to sign in, with its fields.
///
/// Sets of fields are bitmasks: bit `i` is set if the set contains `fields[i]`.
///
/// ```
/// use auth_object::Catalog;
///
/// let app = Catalog::default().find("copper").ok_or("no such app")?;
/// let keybased = app.auth_type("keybased").ok_or("no such auth type")?;
/// assert_eq!(keybased.names(keybased.required), ["api_token", "email"]);
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuthType {
    /// `oauth2`, `keybased`, or another name if the app was registered.
    pub name: &'static str,
    /// The source of the field names.
    pub basis: Basis,
    /// The fields, in the order of the schema. There are at most [`AuthType::MAX_FIELDS`].
    pub fields: &'static [&'static Field],
    /// The required fields, as a bitmask.
    pub required: u64,
    /// Sets of fields, as bitmasks. One of them must be complete, unless the list is empty.
    pub any_of: &'static [u64],
}

impl AuthType {
    /// The most fields that an auth type can have, because a bitmask has 64 bits.
    pub const MAX_FIELDS: usize = 64;

    /// Returns `true` if the fields of a bitmask are complete: every required field and one set of `any_of`.
    ///
    /// ```
    /// use auth_object::Catalog;
    ///
    /// let app = Catalog::default().find("copper").ok_or("no such app")?;
    /// let keybased = app.auth_type("keybased").ok_or("no such auth type")?;
    /// assert!(keybased.is_satisfied_by(0b11));
    /// assert!(!keybased.is_satisfied_by(0b01));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn is_satisfied_by(&self, present: u64) -> bool {
        self.required & !present == 0 && (self.any_of.is_empty() || self.any_of.iter().any(|set| set & !present == 0))
    }

    /// Returns the bitmask of the fields that describe the OAuth client and not the customer: `client_id`,
    /// `client_secret` and `callback_url` of `oauth2`. The documentation has them only in typed auth_objects.
    ///
    /// ```
    /// use auth_object::Catalog;
    ///
    /// let app = Catalog::default().find("hubspot").ok_or("no such app")?;
    /// let oauth2 = app.auth_type("oauth2").ok_or("no such auth type")?;
    /// assert_eq!(oauth2.names(oauth2.client_fields()), ["client_id", "client_secret", "callback_url"]);
    /// # Ok::<(), &str>(())
    /// ```
    pub fn client_fields(&self) -> u64 {
        if self.name != "oauth2" {
            return 0;
        }
        let mut mask = 0;
        for (index, field) in self.fields.iter().enumerate() {
            mask |= u64::from(matches!(field.name, "client_id" | "client_secret" | "callback_url")) << index;
        }
        mask
    }

    /// Returns the index of the field with this name.
    ///
    /// ```
    /// use auth_object::Catalog;
    ///
    /// let app = Catalog::default().find("copper").ok_or("no such app")?;
    /// let keybased = app.auth_type("keybased").ok_or("no such auth type")?;
    /// assert_eq!(keybased.position("email"), Some(1));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// Returns the names of the fields of a bitmask, in the order of the schema.
    ///
    /// ```
    /// use auth_object::Catalog;
    ///
    /// let app = Catalog::default().find("copper").ok_or("no such app")?;
    /// let keybased = app.auth_type("keybased").ok_or("no such auth type")?;
    /// assert_eq!(keybased.names(0b10), ["email"]);
    /// # Ok::<(), &str>(())
    /// ```
    #[inline(never)]
    pub fn names(&self, mask: u64) -> Vec<&'static str> {
        let mut names = Vec::new();
        for field in self.fields_of(mask) {
            names.push(field.name);
        }
        names
    }

    /// Returns the fields of a bitmask such as [`AuthType::required`], in the order of the schema.
    ///
    /// ```
    /// use auth_object::Catalog;
    ///
    /// let app = Catalog::default().find("copper").ok_or("no such app")?;
    /// let keybased = app.auth_type("keybased").ok_or("no such auth type")?;
    /// let labels: Vec<_> = keybased.fields_of(keybased.required).map(|field| field.label()).collect();
    /// assert_eq!(labels, ["API Key", "Email Address"]);
    /// # Ok::<(), &str>(())
    /// ```
    pub fn fields_of(&self, mask: u64) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().enumerate().filter(move |(index, _)| mask & (1 << index) != 0).map(|(_, field)| *field)
    }
}

/// A field of an auth type.
///
/// ```
/// use auth_object::Catalog;
///
/// let app = Catalog::default().find("copper").ok_or("no such app")?;
/// let [api_token, email] = app.auth_type("keybased").ok_or("no such auth type")?.fields else { panic!() };
/// assert!(api_token.secret && !email.secret);
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Field {
    /// The key in the auth_object.
    pub name: &'static str,
    /// The label on a form, or `None` if it is the name in title case. [`Field::label`] returns it in either case.
    pub label: Option<&'static str>,
    /// Whether the value is a secret.
    pub secret: bool,
    /// The control on a form.
    pub input: Input,
    /// The known values of a `select`.
    pub options: &'static [&'static str],
    /// The known formats of the value, as indexes of [`formats`](super::formats).
    pub formats: &'static [u8],
    /// The part of an address that the value is.
    pub address: Address,
}

/// The control on a form for a field.
///
/// ```
/// use auth_object::catalog::Input;
///
/// assert_eq!(Input::Textarea.to_string(), "textarea");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Input {
    /// One line.
    Text,
    /// One line of hidden characters.
    Password,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// One of a list.
    Select,
    /// Several lines, such as a PEM key.
    Textarea,
}

impl Input {
    /// Returns the name in schemas and forms.
    ///
    /// ```
    /// assert_eq!(auth_object::catalog::Input::Email.name(), "email");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Password => "password",
            Self::Url => "url",
            Self::Email => "email",
            Self::Select => "select",
            Self::Textarea => "textarea",
        }
    }
}

/// The part of an address that a field takes. Hints use it, rules do not.
///
/// ```
/// use auth_object::Catalog;
/// use auth_object::catalog::Address;
///
/// let app = Catalog::default().find("zendesk").ok_or("no such app")?;
/// let subdomain = app.auth_types.iter().flat_map(|one| one.fields).find(|field| field.name == "subdomain");
/// assert_eq!(subdomain.map(|field| field.address), Some(Address::Subdomain(".zendesk.com")));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Address {
    /// Not an address.
    None,
    /// A URL with its scheme.
    Url,
    /// A host name.
    Host,
    /// Only a subdomain. The suffix after it, for example `.myshopify.com`, is empty if it is unknown.
    Subdomain(&'static str),
}
