//! What a schema file may say. `schemas/app.schema.json` tells the same to editors; this is what the build refuses.

use std::collections::BTreeSet;

use crate::host;
use crate::json::{self, Fault, Value};
use crate::place::Place;
use crate::title::title_case;

pub struct App {
    pub slug: String,
    pub name: String,
    /// `None` if it is the name.
    pub brand: Option<String>,
    pub category: String,
    pub aliases: Vec<String>,
    pub auth: Vec<AuthType>,
}

pub struct AuthType {
    pub name: String,
    pub basis: String,
    pub fields: Vec<Field>,
    /// Indexes into `fields`.
    pub any_of: Vec<Vec<usize>>,
    /// The provider's host, as a template; for who looks it up, so not compiled in.
    #[allow(dead_code)]
    pub host: Option<String>,
}

pub struct Field {
    pub name: String,
    /// `None` where it is the title case of the name.
    pub label: Option<String>,
    pub required: bool,
    pub secret: bool,
    pub input: String,
    pub options: Vec<String>,
    /// Where it differs from the auth type's; for the TypeScript types.
    #[allow(dead_code)]
    pub basis: Option<String>,
    pub formats: Vec<Format>,
    pub address: Address,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub enum Address {
    None,
    Url,
    Host,
    Subdomain(String),
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Format {
    /// First, so that the formats are in the order of their prefixes.
    pub prefix: String,
    pub means: String,
    /// Why such a value never works; empty if it does.
    pub never: String,
    pub mode: Option<String>,
    pub exclusive: bool,
    /// What the matcher runs.
    pub program: Vec<u8>,
}

pub const APP_KEYS: [&str; 8] = ["$schema", "slug", "name", "brand", "category", "aliases", "auth", "sources"];
pub const AUTH_KEYS: [&str; 5] = ["basis", "note", "any_of", "host", "fields"];
pub const FIELD_KEYS: [&str; 9] =
    ["label", "note", "required", "secret", "input", "options", "basis", "address", "formats"];
pub const FORMAT_KEYS: [&str; 8] = ["pattern", "prefix", "means", "never", "note", "mode", "exclusive", "source"];
pub const BASES: [&str; 3] = ["documented", "labelled", "peer"];
pub const INPUTS: [&str; 6] = ["text", "password", "url", "email", "select", "textarea"];
pub const MODES: [&str; 2] = ["test", "live"];
/// Sets of fields are 64-bit masks.
pub const MAX_FIELDS: usize = 64;

/// Makes a program of a pattern, or says why it cannot.
pub type Compile = fn(&str) -> Result<Vec<u8>, String>;

/// Reads the schema file `stem`.json.
pub fn read(stem: &str, text: &str, compile: Compile) -> Result<App, Fault> {
    let root = json::read(text)?;
    let at = Place::root(text, &root, compile);
    at.only(&APP_KEYS)?;
    let slug = at.text("slug")?;
    if slug != stem {
        return at.need("slug")?.refuse(format!("must be the file's name: {stem}"));
    }
    let auth = at.need("auth")?;
    let auth_types = auth.entries()?.map(|(name, auth)| auth_type(name, &auth)).collect::<Result<Vec<_>, _>>()?;
    if auth_types.is_empty() {
        return auth.refuse("must have an auth type");
    }
    if at.need("sources")?.texts()?.is_empty() {
        return at.need("sources")?.refuse("must name a source");
    }
    let name = at.text("name")?;
    let brand = at.get("brand").map(|brand| brand.as_text()).transpose()?;
    if brand.as_ref() == Some(&name) {
        return at.need("brand")?.refuse("leave it out: it equals the name");
    }
    Ok(App {
        slug,
        name,
        brand,
        category: at.text("category")?,
        aliases: at.get("aliases").map_or(Ok(Vec::new()), |aliases| aliases.texts())?,
        auth: auth_types,
    })
}

/// Refuses an alias that another file's slug or alias has, as pairs of file stem and reason.
pub fn clashes(apps: &[App]) -> Vec<(String, String)> {
    let mut names: BTreeSet<&str> = apps.iter().map(|app| app.slug.as_str()).collect();
    let mut clashes = Vec::new();
    for app in apps {
        for alias in &app.aliases {
            if !names.insert(alias) {
                clashes.push((app.slug.clone(), format!("alias {alias} is already a slug or an alias")));
            }
        }
    }
    clashes
}

fn auth_type(name: &str, at: &Place) -> Result<AuthType, Fault> {
    at.only(&AUTH_KEYS)?;
    let place = at.need("fields")?;
    let fields = place.entries()?.map(|(name, place)| field(name, &place)).collect::<Result<Vec<_>, _>>()?;
    if fields.is_empty() {
        return place.refuse("must have a field");
    }
    if fields.len() > MAX_FIELDS {
        return place.refuse(format!("has {} fields; at most {MAX_FIELDS} are possible", fields.len()));
    }
    let any_of = at.get("any_of").map_or(Ok(Vec::new()), |sets| {
        sets.items()?.map(|set| any_of_set(&set, &fields)).collect::<Result<Vec<_>, _>>()
    })?;
    let host = at.get("host").map(|place| host::template(&place, &fields)).transpose()?;
    Ok(AuthType { name: name.into(), basis: at.one_of("basis", &BASES)?, fields, any_of, host })
}

fn any_of_set(at: &Place, fields: &[Field]) -> Result<Vec<usize>, Fault> {
    let mut set = Vec::new();
    for item in at.items()? {
        let name = item.as_text()?;
        let Some(index) = fields.iter().position(|field| field.name == name) else {
            return item.refuse(format!("{name} is none of the fields"));
        };
        if fields[index].required {
            return item.refuse(format!("{name} is required anyway: leave it out, or make it \"required\": false"));
        }
        if set.contains(&index) {
            return item.refuse(format!("{name} stands twice"));
        }
        set.push(index);
    }
    if set.is_empty() {
        return at.refuse("an empty set is always whole");
    }
    Ok(set)
}

fn field(name: &str, at: &Place) -> Result<Field, Fault> {
    at.only(&FIELD_KEYS)?;
    if name.is_empty() || name.contains(char::is_whitespace) {
        return at.refuse("a field's name has no blanks");
    }
    let secret = at.flag("secret", false)?;
    let input = match at.get("input") {
        None => if secret { "password" } else { "text" }.into(),
        Some(_) => at.one_of("input", &INPUTS)?,
    };
    let options = at.get("options").map_or(Ok(Vec::new()), |options| options.texts())?;
    if (input == "select") == options.is_empty() {
        return at.refuse("a select has options, and nothing else has");
    }
    let label = at.get("label").map(|label| label.as_text()).transpose()?;
    if label == Some(title_case(name)) {
        return at.need("label")?.refuse("leave it out: the name gives it");
    }
    Ok(Field {
        name: name.into(),
        label,
        required: at.flag("required", true)?,
        basis: at.get("basis").map(|_| at.one_of("basis", &BASES)).transpose()?,
        secret,
        options,
        formats: at.get("formats").map_or(Ok(Vec::new()), |formats| formats.items()?.map(format).collect())?,
        address: match at.get("address") {
            Some(place) => address(&place)?,
            None if input == "url" => Address::Url,
            None => Address::None,
        },
        input,
    })
}

fn address(at: &Place) -> Result<Address, Fault> {
    match &at.node.value {
        Value::Text(text) if text == "url" => Ok(Address::Url),
        Value::Text(text) if text == "host" => Ok(Address::Host),
        Value::Map(_) => {
            at.only(&["subdomain"])?;
            let suffix = at.need("subdomain")?.as_any_text()?;
            if !suffix.is_empty() && !suffix.starts_with('.') {
                return at.need("subdomain")?.refuse("is what follows the subdomain, and starts with a dot");
            }
            Ok(Address::Subdomain(suffix))
        }
        _ => at.refuse("must be \"url\", \"host\" or { \"subdomain\": … }"),
    }
}

fn format(at: Place) -> Result<Format, Fault> {
    at.only(&FORMAT_KEYS)?;
    let program = (at.compile)(&at.text("pattern")?).or_else(|reason| at.need("pattern")?.refuse(reason))?;
    at.text("source")?;
    Ok(Format {
        means: at.text("means")?,
        never: at.get("never").map_or(Ok(String::new()), |never| never.as_text())?,
        mode: at.get("mode").map(|_| at.one_of("mode", &MODES)).transpose()?,
        prefix: at.get("prefix").map_or(Ok(String::new()), |prefix| prefix.as_text())?,
        exclusive: at.flag("exclusive", true)?,
        program,
    })
}
