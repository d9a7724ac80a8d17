//! Writes the catalogue as Rust statics, in the types of `src/catalog/`.
//! A browser downloads them, so everything equal is written once.

use crate::pool::{Pool, Texts};
use crate::schema::{Address, App, AuthType, Field, Format};
use crate::table::{Table, table};

/// The text of `$OUT_DIR/catalog.rs`; the apps are in the order of their slugs.
pub fn catalog(apps: &[App]) -> Result<String, String> {
    let mut formats: Vec<&Format> = fields(apps).flat_map(|field| &field.formats).collect();
    formats.sort();
    formats.dedup();
    if formats.len() > usize::from(u8::MAX) + 1 {
        return Err(format!("{} formats; Field::formats has room for 256", formats.len()));
    }
    let slugs: Vec<&str> = apps.iter().map(|app| app.slug.as_str()).collect();
    let table = table(&slugs)?;
    let mut writer = Writer {
        texts: Texts::new(&texts(apps, &formats)),
        formats,
        bytes: Pool::new("BYTES", "u8"),
        masks: Pool::new("MASKS", "u64"),
        names: Pool::new("NAMES", "&str"),
        fields: Pool::new("FIELDS", "Field"),
        lists: Pool::new("LISTS", "&Field"),
        auth_types: Pool::new("AUTH_TYPES", "AuthType"),
    };
    let formats: Vec<String> = writer.formats.clone().into_iter().map(|format| writer.format(format)).collect();
    let apps: Vec<String> = apps.iter().map(|app| writer.app(app)).collect();
    let Table { displacements, indexes } = table;
    Ok([
        writer.texts.declare(),
        writer.bytes.declare(),
        writer.masks.declare(),
        writer.names.declare(),
        writer.fields.declare(),
        writer.lists.declare(),
        writer.auth_types.declare(),
        format!("pub static FORMATS: [Format; {}] = [\n    {},\n];\n", formats.len(), formats.join(",\n    ")),
        format!("pub static APPS: [App; {}] = [\n    {},\n];\n", apps.len(), apps.join(",\n    ")),
        format!("static DISPLACEMENTS: [u16; {}] = {displacements:?};\n", displacements.len()),
        format!("static INDEXES: [u16; {}] = {indexes:?};\n", indexes.len()),
    ]
    .concat())
}

fn fields(apps: &[App]) -> impl Iterator<Item = &Field> {
    apps.iter().flat_map(|app| &app.auth).flat_map(|auth_type| &auth_type.fields)
}

/// Every text of the catalogue, what is alike together.
fn texts<'a>(apps: &'a [App], formats: &[&'a Format]) -> Vec<&'a str> {
    let mut texts: Vec<&str> = Vec::new();
    apps.iter().for_each(|app| texts.extend([app.slug.as_str(), &app.name]));
    apps.iter().for_each(|app| texts.extend(app.aliases.iter().map(String::as_str)));
    texts.extend(apps.iter().map(|app| app.category.as_str()));
    texts.extend(apps.iter().flat_map(|app| &app.auth).map(|auth_type| auth_type.name.as_str()));
    texts.extend(fields(apps).map(|field| field.name.as_str()));
    texts.extend(fields(apps).filter_map(|field| field.label.as_deref()));
    texts.extend(fields(apps).flat_map(|field| &field.options).map(String::as_str));
    texts.extend(fields(apps).filter_map(|field| match &field.address {
        Address::Subdomain(suffix) => Some(suffix.as_str()),
        _ => None,
    }));
    formats.iter().for_each(|format| texts.extend([format.means.as_str(), &format.prefix]));
    texts
}

struct Writer<'a> {
    texts: Texts,
    formats: Vec<&'a Format>,
    bytes: Pool<u8>,
    masks: Pool<u64>,
    names: Pool<String>,
    fields: Pool<String>,
    lists: Pool<String>,
    auth_types: Pool<String>,
}

impl Writer<'_> {
    fn app(&mut self, app: &App) -> String {
        let auth_types: Vec<String> = app.auth.iter().map(|auth_type| self.auth_type(auth_type)).collect();
        format!(
            "App {{ slug: {}, name: {}, category: {}, aliases: {}, auth_types: {} }}",
            self.texts.text(&app.slug),
            self.texts.text(&app.name),
            self.texts.text(&app.category),
            self.name_list(&app.aliases),
            self.auth_types.part(&auth_types),
        )
    }

    fn auth_type(&mut self, auth_type: &AuthType) -> String {
        let fields: Vec<String> = auth_type.fields.iter().map(|field| self.field(field)).collect();
        let required = auth_type.fields.iter().enumerate().filter(|(_, field)| field.required);
        let any_of: Vec<u64> = auth_type.any_of.iter().map(|set| mask(set.iter().copied())).collect();
        format!(
            "AuthType {{ name: {}, basis: Basis::{}, fields: {}, required: {}, any_of: {} }}",
            self.texts.text(&auth_type.name),
            capital(&auth_type.basis),
            self.lists.part(&fields),
            mask(required.map(|(index, _)| index)),
            self.masks.part(&any_of),
        )
    }

    fn field(&mut self, field: &Field) -> String {
        let formats = self.formats.iter().enumerate().filter(|(_, known)| field.formats.contains(known));
        let formats: Vec<u8> = formats.filter_map(|(index, _)| u8::try_from(index).ok()).collect();
        let text = format!(
            "Field {{ name: {}, label: {}, secret: {}, input: Input::{}, options: {}, formats: {}, address: Address::{} }}",
            self.texts.text(&field.name),
            field.label.as_ref().map_or("None".into(), |label| format!("Some({})", self.texts.text(label))),
            field.secret,
            capital(&field.input),
            self.name_list(&field.options),
            self.bytes.part(&formats),
            match &field.address {
                Address::None => "None".into(),
                Address::Url => "Url".into(),
                Address::Host => "Host".into(),
                Address::Subdomain(suffix) => format!("Subdomain({})", self.texts.text(suffix)),
            },
        );
        self.fields.one(text)
    }

    fn format(&mut self, format: &Format) -> String {
        format!(
            "Format {{ program: {}, prefix: {}, means: {}, exclusive: {}, mode: {} }}",
            self.bytes.part(&format.program),
            self.texts.text(&format.prefix),
            self.texts.text(&format.means),
            format.exclusive,
            format.mode.as_ref().map_or("None".into(), |mode| format!("Some(Mode::{})", capital(mode))),
        )
    }

    fn name_list(&mut self, names: &[String]) -> String {
        let names: Vec<String> = names.iter().map(|name| self.texts.text(name)).collect();
        self.names.part(&names)
    }
}

fn mask(indexes: impl Iterator<Item = usize>) -> u64 {
    indexes.fold(0, |mask, index| mask | 1 << index)
}

/// `oauth` → `Oauth`: the Rust name of a value in the schemas.
fn capital(text: &str) -> String {
    let mut name = text.to_string();
    name[..1].make_ascii_uppercase();
    name
}
