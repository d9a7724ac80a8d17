//! Writes the catalogue as Rust statics, in the types of `src/catalog/`.
//! Equal fields, lists, masks and formats are written once: a browser downloads them.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::schema::{Address, App, AuthType, Field, Format};

/// The text of `$OUT_DIR/catalog.rs`; the apps are in the order of their slugs.
pub fn catalog(apps: &[App]) -> Result<String, String> {
    let mut formats: Vec<&Format> = apps.iter().flat_map(|app| &app.auth).flat_map(formats_of).collect();
    formats.sort();
    formats.dedup();
    if formats.len() > usize::from(u8::MAX) + 1 {
        return Err(format!("{} formats; Field::formats has room for 256", formats.len()));
    }

    let mut statics = Statics::default();
    let mut table = String::new();
    let mut map = phf_codegen::Map::new();
    for (index, app) in apps.iter().enumerate() {
        map.entry(app.slug.as_str(), index.to_string());
        let auth_types: Vec<String> = app.auth.iter().map(|auth| auth_type(auth, &formats, &mut statics)).collect();
        let auth_types = statics.list("AuthType", &auth_types);
        let App { slug, name, category, aliases, .. } = app;
        writeln!(
            table,
            "    App {{ slug: {slug:?}, name: {name:?}, category: {category:?}, aliases: &{aliases:?}, \
             auth_types: {auth_types} }},"
        )
        .map_err(|error| error.to_string())?;
    }
    let formats: Vec<String> = formats.into_iter().map(format).collect();
    Ok(format!(
        "{}pub static APPS: [App; {}] = [\n{table}];\n\
         pub static FORMATS: [Format; {}] = [\n    {}\n];\n\
         pub static BY_SLUG: phf::Map<&'static str, u16> = {};\n",
        statics.text,
        apps.len(),
        formats.len(),
        formats.join(",\n    "),
        map.build(),
    ))
}

fn formats_of(auth: &AuthType) -> impl Iterator<Item = &Format> {
    auth.fields.iter().flat_map(|field| &field.formats)
}

/// Statics written so far: equal ones share a name.
#[derive(Default)]
struct Statics {
    text: String,
    names: BTreeMap<String, String>,
}

impl Statics {
    fn name(&mut self, of_type: &str, value: String) -> String {
        let next = format!("S{}", self.names.len());
        let declared = format!("{of_type} = {value}");
        if let Some(name) = self.names.get(&declared) {
            return name.clone();
        }
        self.text.push_str(&format!("static {next}: {declared};\n"));
        self.names.insert(declared, next.clone());
        next
    }

    fn list(&mut self, of_type: &str, items: &[String]) -> String {
        if items.is_empty() {
            return "&[]".into();
        }
        let name = self.name(&format!("[{of_type}; {}]", items.len()), format!("[{}]", items.join(", ")));
        format!("&{name}")
    }
}

fn auth_type(auth: &AuthType, formats: &[&Format], statics: &mut Statics) -> String {
    let fields: Vec<String> = auth.fields.iter().map(|item| field(item, formats, statics)).collect();
    let fields = statics.list("&Field", &fields);
    let bits = |set: &mut dyn Iterator<Item = usize>| set.fold(0_u64, |mask, index| mask | 1 << index);
    let required = auth.fields.iter().enumerate().filter(|(_, field)| field.required).map(|(index, _)| index);
    let required = bits(&mut { required });
    let any_of: Vec<String> = auth.any_of.iter().map(|set| bits(&mut set.iter().copied()).to_string()).collect();
    let any_of = statics.list("u64", &any_of);
    format!(
        "AuthType {{ name: {:?}, basis: Basis::{}, fields: {fields}, required: {required}, any_of: {any_of} }}",
        auth.name,
        capital(&auth.basis),
    )
}

fn field(field: &Field, formats: &[&Format], statics: &mut Statics) -> String {
    let options: Vec<String> = field.options.iter().map(|option| format!("{option:?}")).collect();
    let options = statics.list("&str", &options);
    let indexes: Vec<String> = formats
        .iter()
        .enumerate()
        .filter(|(_, known)| field.formats.contains(known))
        .map(|(index, _)| index.to_string())
        .collect();
    let indexes = statics.list("u8", &indexes);
    let address = match &field.address {
        Address::None => "None".into(),
        Address::Url => "Url".into(),
        Address::Host => "Host".into(),
        Address::Subdomain(suffix) => format!("Subdomain({suffix:?})"),
    };
    let value = format!(
        "Field {{ name: {:?}, label: {:?}, secret: {}, input: Input::{}, options: {options}, formats: {indexes}, \
         address: Address::{address} }}",
        field.name,
        field.label,
        field.secret,
        capital(&field.input),
    );
    format!("&{}", statics.name("Field", value))
}

fn format(format: &Format) -> String {
    format!(
        "Format {{ program: &{:?}, prefix: {:?}, means: {:?}, exclusive: {}, mode: {} }}",
        format.program,
        format.prefix,
        format.means,
        format.exclusive,
        format.mode.as_ref().map_or("None".into(), |mode| format!("Some(Mode::{})", capital(mode))),
    )
}

/// `oauth` → `Oauth`: the Rust name of a value in the schemas.
fn capital(text: &str) -> String {
    let mut name = text.to_string();
    name[..1].make_ascii_uppercase();
    name
}
