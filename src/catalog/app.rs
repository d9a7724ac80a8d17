//! What is known of one app: its auth types and the fields of each.

use serde::Serialize;

/// Where the key names of a schema come from, and so how far a refusal that rests on them can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The exact key names stand in the platform's documentation or client.
    Documented,
    /// The platform documents the credential by its label; the key is the snake_case of the label.
    Labelled,
    /// The platform names the app; the fields come from another public catalogue or the vendor.
    Peer,
    /// The app's own auth structure, loaded at run time.
    Live,
}

impl Basis {
    /// Whether a refusal that rests on such a schema is certain.
    pub const fn is_certain(self) -> bool {
        matches!(self, Self::Documented | Self::Live)
    }

    /// The name in schemas and verdicts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Labelled => "labelled",
            Self::Peer => "peer",
            Self::Live => "live",
        }
    }
}

/// One app of the catalogue.
#[derive(Debug, PartialEq, Eq)]
pub struct App {
    /// The name in requests, matched exactly, case and all.
    pub slug: &'static str,
    /// The name in the endpoint's messages, as the platform prints it: `Hubspot`.
    pub name: &'static str,
    /// The name as the vendor writes it, for people to read: `HubSpot`. Often the same as the name.
    pub brand: &'static str,
    /// What the app is for, for example `CRM`.
    pub category: &'static str,
    /// Other spellings of the slug: suggested, never accepted.
    pub aliases: &'static [&'static str],
    /// In schema order; at least one.
    pub auth_types: &'static [AuthType],
}

impl App {
    /// The best basis among its auth types.
    pub fn basis(&self) -> Option<Basis> {
        self.auth_types.iter().map(|auth_type| auth_type.basis).min_by_key(|basis| match basis {
            Basis::Live => 0,
            Basis::Documented => 1,
            Basis::Labelled => 2,
            Basis::Peer => 3,
        })
    }

    /// The auth type of that exact name.
    pub fn auth_type(&self, name: &str) -> Option<&'static AuthType> {
        self.auth_types.iter().find(|auth_type| auth_type.name == name)
    }
}

/// One way to sign in to an app.
#[derive(Debug, PartialEq, Eq)]
pub struct AuthType {
    /// `oauth2`, `keybased`, or another name from a live auth structure.
    pub name: &'static str,
    /// Where the key names come from.
    pub basis: Basis,
    /// In schema order; at most [`AuthType::MAX_FIELDS`].
    pub fields: &'static [&'static Field],
    /// Bit `i` is set where `fields[i]` is required.
    pub required: u64,
    /// Sets of fields, as masks, of which one must be whole; empty where there is no such condition.
    pub any_of: &'static [u64],
}

impl AuthType {
    /// Masks are 64 bits wide.
    pub const MAX_FIELDS: usize = 64;

    /// Whether the fields of that mask are enough: every required one, and one whole set of `any_of`.
    pub fn is_satisfied_by(&self, present: u64) -> bool {
        self.required & !present == 0 && (self.any_of.is_empty() || self.any_of.iter().any(|set| set & !present == 0))
    }

    /// The fields that describe the OAuth client and not the customer's grant: `client_id`, `client_secret` and
    /// `callback_url` of `oauth2`, as a mask. The documents show them in a typed auth_object only.
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

    /// The index of the field of that exact name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// The names of the fields of a mask, in schema order.
    #[inline(never)]
    pub fn names(&self, mask: u64) -> Vec<&'static str> {
        let mut names = Vec::new();
        for field in self.fields_of(mask) {
            names.push(field.name);
        }
        names
    }

    /// The fields of a mask such as [`AuthType::required`], in schema order.
    pub fn fields_of(&self, mask: u64) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().enumerate().filter(move |(index, _)| mask & (1 << index) != 0).map(|(_, field)| *field)
    }
}

/// One field of an auth type.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// The key in the auth_object.
    pub name: &'static str,
    /// The label on a form; `None` where it is the name in title case.
    pub label: Option<&'static str>,
    /// Whether the value is to be kept from sight.
    pub secret: bool,
    /// The control a form shows.
    pub input: Input,
    /// The known values of a `select`.
    pub options: &'static [&'static str],
    /// Known shapes of the value, as indexes into `catalog::formats()`.
    pub formats: &'static [u8],
    /// What part of an address the value is.
    pub address: Address,
}

/// The control a form shows for a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Input {
    /// One line.
    Text,
    /// One line, hidden.
    Password,
    /// A web address.
    Url,
    /// A mail address.
    Email,
    /// One of a list.
    Select,
    /// Several lines, such as a PEM key.
    Textarea,
}

impl Input {
    /// The name in schemas and forms.
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

/// What part of an address a field holds; hints use it, rules do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// No address.
    None,
    /// A whole URL with its scheme.
    Url,
    /// A host name.
    Host,
    /// A subdomain alone; the suffix that follows it where it is known, else empty (for example `.myshopify.com`).
    Subdomain(&'static str),
}
