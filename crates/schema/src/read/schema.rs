//! What a schema file may contain. `schemas/app.schema.json` says the same to editors.

use std::collections::BTreeSet;

use auth_object::Edit;
use auth_object::catalog::title::title_case;

use super::json::{self, SchemaError, Value};
use super::place::Place;
use super::{host, texts};
use crate::pattern;

/// One app, as its schema file describes it.
pub struct App {
    /// The name in requests, and of the file.
    pub slug: String,
    /// The name that the platform prints.
    pub name: String,
    /// The name that the vendor writes, if it differs.
    pub brand: Option<String>,
    /// What the app is for.
    pub category: String,
    /// The vendor's own page about the credentials. Only forms have it.
    pub docs: Option<String>,
    /// Other spellings of the slug.
    pub aliases: Vec<String>,
    /// What other platforms call the app, and its former names.
    pub other_names: Vec<String>,
    /// In file order; at least one.
    pub auth: Vec<AuthType>,
    /// Where the key names are known from; at least one.
    pub sources: Vec<String>,
}

/// One way to sign in to an app.
pub struct AuthType {
    /// `oauth2` or `keybased`.
    pub name: String,
    /// What a form calls it, if stated. Only forms have it.
    pub title: Option<String>,
    /// One of [`BASES`].
    pub basis: String,
    /// In file order; at least one, at most [`MAX_FIELDS`].
    pub fields: Vec<Field>,
    /// Sets of fields of which one must be complete.
    pub any_of: Vec<Set>,
    /// A template of the provider's host. Only the npm package has it; the catalogue does not.
    pub host: Option<String>,
}

/// Fields of which all are needed.
pub struct Set {
    /// What a form calls the set, if stated. Only forms have it.
    pub title: Option<String>,
    /// Indexes into the fields of the auth type; at least one.
    pub fields: Vec<usize>,
    /// Optional fields that a form shows with this set, as such indexes. Only forms have them.
    pub optional: Vec<usize>,
}

/// One field of an auth type.
pub struct Field {
    /// The key in an auth_object.
    pub name: String,
    /// The platform's label; `None` if it is the title case of the name.
    pub label: Option<String>,
    /// The vendor's label, if it differs. Only forms have it, like the next five members.
    pub title: Option<String>,
    /// A value that is clearly invented.
    pub example: Option<String>,
    /// What the value is, or where to find it.
    pub help: Option<String>,
    /// The vendor's own page about the value.
    pub docs: Option<String>,
    /// The name of the newer field, if this is an older name for it. A form does not show the field.
    pub replaced_by: Option<String>,
    /// Whether the field concerns only the service that stores the credentials. A form does not show it.
    pub internal: bool,
    /// Whether an auth_object must have the field.
    pub required: bool,
    /// Whether the value is a secret.
    pub secret: bool,
    /// One of [`INPUTS`].
    pub input: String,
    /// The known values of a `select`.
    pub options: Vec<String>,
    /// One of [`BASES`], if it differs from the auth type's. Only the TypeScript types have it.
    pub basis: Option<String>,
    /// Known formats of the value.
    pub formats: Vec<Format>,
    /// Which part of an address the value is.
    pub address: Address,
}

/// Which part of an address a field holds.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub enum Address {
    /// Not an address.
    None,
    /// A URL.
    Url,
    /// A host name.
    Host,
    /// A subdomain, and the suffix that follows it if it is known.
    Subdomain(String),
}

/// A known format of a value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Format {
    /// How such a value starts; empty if there is no typical start. The first member, so that formats sort by it.
    pub prefix: String,
    /// What a value of this format is.
    pub means: String,
    /// Why such a value never works; empty if it does.
    pub never: String,
    /// The edit that turns such a value into one that works: an index of [`Edit::ALL`].
    pub fix: Option<usize>,
    /// One of [`MODES`].
    pub mode: Option<String>,
    /// Whether a field of this format has no other formats.
    pub exclusive: bool,
    /// The compiled pattern.
    pub program: Vec<u8>,
}

/// The keys of a schema file.
pub const APP_KEYS: [&str; 10] =
    ["$schema", "slug", "name", "brand", "category", "docs", "aliases", "other_names", "auth", "sources"];
/// The keys of an auth type.
pub const AUTH_KEYS: [&str; 6] = ["title", "basis", "note", "any_of", "host", "fields"];
/// The keys of a set of `any_of`.
pub const SET_KEYS: [&str; 3] = ["title", "fields", "optional"];
/// The keys of a field.
pub const FIELD_KEYS: [&str; 15] = [
    "label",
    "title",
    "example",
    "help",
    "docs",
    "note",
    "required",
    "secret",
    "input",
    "options",
    "basis",
    "address",
    "replaced_by",
    "internal",
    "formats",
];
/// The keys of a format.
pub const FORMAT_KEYS: [&str; 9] =
    ["pattern", "prefix", "means", "never", "fix", "note", "mode", "exclusive", "source"];
/// The edits that a format may ask for.
pub const FIXES: [(&str, Edit); 3] =
    [("before_slash", Edit::BeforeSlash), ("to_account_id", Edit::ToAccountId), ("dot_to_hyphen", Edit::DotToHyphen)];
/// Where key names come from.
pub const BASES: [&str; 3] = ["documented", "labelled", "peer"];
/// The controls of a form.
pub const INPUTS: [&str; 6] = ["text", "password", "url", "email", "select", "textarea"];
/// The modes of a credential.
pub const MODES: [&str; 2] = ["test", "live"];
/// A set of fields is a 64-bit mask.
pub const MAX_FIELDS: usize = 64;

/// Reads the schema file `stem`.json.
///
/// # Errors
///
/// If the file is not valid JSON or not a valid schema: the first error in it.
pub fn app(stem: &str, source: &str) -> Result<App, SchemaError> {
    let root = json::read(source)?;
    let at = Place::root(source, &root);
    at.allow_only(&APP_KEYS)?;
    let slug = at.string("slug")?;
    if slug != stem {
        return at.required("slug")?.reject(format!("must be the name of the file: {stem}"));
    }
    let auth = at.required("auth")?;
    let auth_types = auth.entries()?.map(|(name, auth)| auth_type(name, &auth)).collect::<Result<Vec<_>, _>>()?;
    if auth_types.is_empty() {
        return auth.reject("must have an auth type");
    }
    let sources = at.strings("sources")?;
    if sources.is_empty() {
        return at.required("sources")?.reject("must name a source");
    }
    let name = at.string("name")?;
    let brand = at.optional_string("brand")?;
    if brand.as_ref() == Some(&name) {
        return at.required("brand")?.reject("remove it: it equals the name");
    }
    let category = at.string("category")?;
    let (aliases, other_names) = (at.strings("aliases")?, at.strings("other_names")?);
    Ok(App { slug, name, brand, category, docs: texts::docs(&at)?, aliases, other_names, auth: auth_types, sources })
}

/// Returns an error for each alias or other name that another app already has, with the app's slug.
pub fn name_conflicts(apps: &[App]) -> Vec<(String, String)> {
    let mut names: BTreeSet<&str> = apps.iter().map(|app| app.slug.as_str()).collect();
    let mut conflicts = Vec::new();
    for app in apps {
        for name in app.aliases.iter().chain(&app.other_names) {
            if !names.insert(name) {
                conflicts.push((app.slug.clone(), format!("{name} is already the name of an app")));
            }
        }
    }
    conflicts
}

fn auth_type(name: &str, at: &Place) -> Result<AuthType, SchemaError> {
    at.allow_only(&AUTH_KEYS)?;
    let place = at.required("fields")?;
    let fields = place.entries()?.map(|(name, place)| field(name, &place)).collect::<Result<Vec<_>, _>>()?;
    if fields.is_empty() {
        return place.reject("must have a field");
    }
    if fields.len() > MAX_FIELDS {
        return place.reject(format!("has {} fields; the maximum is {MAX_FIELDS}", fields.len()));
    }
    texts::check_hidden(&place, &fields)?;
    let any_of = match at.get("any_of") {
        None => Vec::new(),
        Some(sets) => any_of(&sets, &fields)?,
    };
    let host = at.get("host").map(|place| host::template(&place, &fields)).transpose()?;
    let title = texts::text(at, "title")?;
    Ok(AuthType { name: name.into(), title, basis: at.one_of("basis", &BASES)?, fields, any_of, host })
}

fn any_of(at: &Place, fields: &[Field]) -> Result<Vec<Set>, SchemaError> {
    let mut sets: Vec<Set> = Vec::new();
    for place in at.items()? {
        place.allow_only(&SET_KEYS)?;
        let set = Set {
            title: texts::text(&place, "title")?,
            fields: set_fields(&place.required("fields")?, fields, &[])?,
            optional: Vec::new(),
        };
        let optional = place.get("optional").map(|optional| set_fields(&optional, fields, &set.fields)).transpose()?;
        if set.title.is_some() && sets.iter().any(|earlier| earlier.title == set.title) {
            return place.required("title")?.reject("duplicate title");
        }
        sets.push(Set { optional: optional.unwrap_or_default(), ..set });
    }
    Ok(sets)
}

/// The fields that a set lists, as indexes; `others` are fields that the set already has.
fn set_fields(at: &Place, fields: &[Field], others: &[usize]) -> Result<Vec<usize>, SchemaError> {
    let mut set = Vec::new();
    for item in at.items()? {
        let name = item.as_string()?;
        let Some(index) = fields.iter().position(|field| field.name == name) else {
            return item.reject(format!("unknown field {name}"));
        };
        if fields[index].required {
            return item.reject(format!("{name} is required: remove it, or give the field \"required\": false"));
        }
        if fields[index].internal {
            return item.reject(format!("{name} is internal: a form could not complete the set"));
        }
        if set.contains(&index) || others.contains(&index) {
            return item.reject(format!("duplicate field {name}"));
        }
        set.push(index);
    }
    if set.is_empty() {
        return at.reject("must name a field");
    }
    Ok(set)
}

fn field(name: &str, at: &Place) -> Result<Field, SchemaError> {
    at.allow_only(&FIELD_KEYS)?;
    if name.is_empty() || name.contains(char::is_whitespace) {
        return at.reject("the name of a field must not be empty or have whitespace");
    }
    let secret = at.flag("secret", false)?;
    let default_input = if secret { "password" } else { "text" };
    let input = at.optional_one_of("input", &INPUTS)?.unwrap_or_else(|| default_input.into());
    let options = at.strings("options")?;
    if (input == "select") == options.is_empty() {
        return at.reject("a select must have options, and other inputs must not");
    }
    let label = at.optional_string("label")?;
    if label == Some(title_case(name)) {
        return at.required("label")?.reject("remove it: it is the default for this name");
    }
    let title = texts::text(at, "title")?;
    if title.as_deref() == Some(label.as_deref().unwrap_or(&title_case(name))) {
        return at.required("title")?.reject("remove it: it equals the label");
    }
    let formats = match at.get("formats") {
        None => Vec::new(),
        Some(formats) => formats.items()?.map(|place| format(&place)).collect::<Result<_, _>>()?,
    };
    Ok(Field {
        name: name.into(),
        label,
        title,
        example: texts::example(at, secret, &options, &formats)?,
        help: texts::text(at, "help")?,
        docs: texts::docs(at)?,
        replaced_by: at.optional_string("replaced_by")?,
        internal: at.flag("internal", false)?,
        required: at.flag("required", true)?,
        basis: at.optional_one_of("basis", &BASES)?,
        secret,
        options,
        formats,
        address: match at.get("address") {
            Some(place) => address(&place)?,
            None if input == "url" => Address::Url,
            None => Address::None,
        },
        input,
    })
}

fn address(at: &Place) -> Result<Address, SchemaError> {
    match &at.node.value {
        Value::String(kind) if kind == "url" => Ok(Address::Url),
        Value::String(kind) if kind == "host" => Ok(Address::Host),
        Value::Map(_) => {
            at.allow_only(&["subdomain"])?;
            let place = at.required("subdomain")?;
            let suffix = place.as_any_string()?;
            if !suffix.is_empty() && !suffix.starts_with('.') {
                return place.reject("must be what follows the subdomain, with its dot");
            }
            Ok(Address::Subdomain(suffix))
        }
        _ => at.reject("must be \"url\", \"host\" or { \"subdomain\": … }"),
    }
}

/// The edit of a format that never works.
fn fix(at: &Place) -> Result<Option<usize>, SchemaError> {
    let Some(place) = at.get("fix") else { return Ok(None) };
    let name = place.as_string()?;
    if at.get("never").is_none() {
        return place.reject("only a value that never works needs a fix");
    }
    match FIXES.iter().find(|(known, _)| *known == name) {
        Some((_, fix)) => Ok(Edit::ALL.iter().position(|edit| edit == fix)),
        None => place.reject("unknown edit"),
    }
}

fn format(at: &Place) -> Result<Format, SchemaError> {
    at.allow_only(&FORMAT_KEYS)?;
    let program = pattern::compile(&at.string("pattern")?).or_else(|reason| at.required("pattern")?.reject(reason))?;
    at.string("source")?;
    Ok(Format {
        means: at.string("means")?,
        never: at.optional_string("never")?.unwrap_or_default(),
        fix: fix(at)?,
        mode: at.optional_one_of("mode", &MODES)?,
        prefix: at.optional_string("prefix")?.unwrap_or_default(),
        exclusive: at.flag("exclusive", true)?,
        program,
    })
}
