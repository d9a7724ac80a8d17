//! Writes the catalogue as rows of bytes, which `src/catalog/compiled.rs` reads where somebody asks: tables of
//! references would take a browser 4 kB more.

use crate::schema::{Address, App, AuthType, BASES, Field, Format, INPUTS, MODES};
use crate::stream::{Stream, declare, records};
use crate::title::title_case;

/// The text of `$OUT_DIR/catalog.rs`; the apps are in the order of their slugs.
pub fn catalog(apps: &[App]) -> Result<String, String> {
    let mut formats: Vec<&Format> = fields(apps).flat_map(|field| &field.formats).collect();
    formats.sort();
    formats.dedup();
    if formats.len() > usize::from(u8::MAX) + 1 {
        return Err(format!("{} formats; Field::formats has room for 256", formats.len()));
    }
    let mut writer = Writer {
        categories: names(apps.iter().map(|app| app.category.as_str())),
        auth_types: names(apps.iter().flat_map(|app| &app.auth).map(|auth_type| auth_type.name.as_str())),
        fields: Vec::new(),
        formats,
    };
    let count = apps.len();
    let apps: Vec<Stream> = apps.iter().map(|app| writer.app(app)).collect();
    let mut formats = Stream::default();
    writer.formats.iter().for_each(|one| format(&mut formats, one));
    let fields: Vec<Stream> = writer.fields.into_iter().map(Stream).collect();
    Ok([
        declare("FORMATS", &formats.0),
        records("FIELDS", &fields),
        records("APPS", &apps),
        format!("/// How many apps there are.\npub const COUNT: usize = {count};\n"),
        format!("static CATEGORIES: [&str; {}] = {:?};\n", writer.categories.len(), writer.categories),
        format!("static AUTH_TYPES: [&str; {}] = {:?};\n", writer.auth_types.len(), writer.auth_types),
    ]
    .concat())
}

fn fields(apps: &[App]) -> impl Iterator<Item = &Field> {
    apps.iter().flat_map(|app| &app.auth).flat_map(|auth_type| &auth_type.fields)
}

/// Each name once, in the order of the first use.
fn names<'a>(all: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names = Vec::new();
    all.for_each(|name| _ = place(&mut names, name));
    names
}

/// The place of an item, which is added where it is not there yet.
fn place<T: PartialEq>(items: &mut Vec<T>, item: T) -> u64 {
    let at = items.iter().position(|known| *known == item).unwrap_or_else(|| {
        items.push(item);
        items.len() - 1
    });
    at as u64
}

struct Writer<'a> {
    categories: Vec<&'a str>,
    auth_types: Vec<&'a str>,
    fields: Vec<Vec<u8>>,
    formats: Vec<&'a Format>,
}

impl<'a> Writer<'a> {
    fn app(&mut self, app: &'a App) -> Stream {
        let name = if app.name == title_case(&app.slug) { "" } else { &app.name };
        let mut stream = Stream::default();
        let brand = app.brand.as_deref().unwrap_or_default();
        stream.text(&app.slug).text(name).text(brand).number(place(&mut self.categories, &app.category));
        stream.list(&app.aliases, |stream, alias| _ = stream.text(alias));
        stream.list(&app.auth, |stream, auth_type| self.auth_type(stream, auth_type));
        stream
    }

    /// A field is its place, and whether it is required.
    fn auth_type(&mut self, stream: &mut Stream, auth_type: &'a AuthType) {
        let name = place(&mut self.auth_types, &auth_type.name);
        stream.number(name << 2 | one_of(&BASES, &auth_type.basis));
        stream.list(&auth_type.fields, |stream, field| {
            let field_bytes = self.field(field);
            let at = place(&mut self.fields, field_bytes);
            stream.number(at << 1 | u64::from(field.required));
        });
        stream.list(&auth_type.any_of, |stream, set| {
            stream.list(set, |stream, index| _ = stream.number(*index as u64));
        });
    }

    fn field(&self, field: &Field) -> Vec<u8> {
        let formats = self.formats.iter().enumerate().filter(|(_, known)| field.formats.contains(known));
        let formats: Vec<u8> = formats.filter_map(|(index, _)| u8::try_from(index).ok()).collect();
        let (address, suffix) = match &field.address {
            Address::None => (0, ""),
            Address::Url => (1, ""),
            Address::Host => (2, ""),
            Address::Subdomain(suffix) => (3, suffix.as_str()),
        };
        let mut stream = Stream::default();
        stream.number(one_of(&INPUTS, &field.input) << 3 | address << 1 | u64::from(field.secret)).text(&field.name);
        stream.text(field.label.as_deref().unwrap_or_default()).bytes(&formats);
        stream.list(&field.options, |stream, option| _ = stream.text(option)).text(suffix);
        stream.0
    }
}

fn format(stream: &mut Stream, format: &Format) {
    let mode = format.mode.as_ref().map_or(0, |mode| 1 + one_of(&MODES, mode));
    stream.number(mode << 1 | u64::from(format.exclusive));
    stream.text(&format.prefix).text(&format.means).text(&format.never).bytes(&format.program);
}

fn one_of(known: &[&str], name: &str) -> u64 {
    known.iter().position(|one| *one == name).unwrap_or_default() as u64
}
