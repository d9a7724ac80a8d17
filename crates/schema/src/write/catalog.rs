//! The catalogue as records of bytes. `src/catalog/builtin.rs` decodes an app when it is first used. A table of Rust
//! structs would make the WebAssembly module 4 kB larger (compressed).
//!
//! A field that several auth types have is a record in `FIELDS`; any other is part of its app's record. So a change to
//! one app usually changes one line.

use std::collections::BTreeMap;

use auth_object::catalog::title::title_case;

use super::HEAD;
use super::stream::{Stream, records};
use crate::read::{Address, App, AuthType, BASES, Field, Format, INPUTS, MODES};

/// The content of `src/catalog/builtin/data.rs`; the apps must be sorted by slug.
pub fn data(apps: &[App]) -> Result<String, String> {
    let mut formats: Vec<&Format> = fields(apps).flat_map(|field| &field.formats).collect();
    formats.sort();
    formats.dedup();
    if formats.len() > usize::from(u8::MAX) + 1 {
        return Err(format!("{} formats, but Field::formats has room for 256", formats.len()));
    }
    let mut uses: BTreeMap<Stream, usize> = BTreeMap::new();
    for one in fields(apps) {
        *uses.entry(field(one, &formats)).or_default() += 1;
    }
    let shared: Vec<Stream> = uses.into_iter().filter(|(_, uses)| *uses > 1).map(|(record, _)| record).collect();
    let writer = Writer {
        categories: names(apps.iter().map(|app| app.category.as_str())),
        auth_types: names(apps.iter().flat_map(|app| &app.auth).map(|auth_type| auth_type.name.as_str())),
        shared: &shared,
        formats: &formats,
    };
    let apps: Vec<Stream> = apps.iter().map(|app| writer.app(app)).collect();
    let format_records: Vec<Stream> = formats.iter().map(|one| format(one)).collect();
    Ok([
        HEAD.into(),
        "\nuse crate::catalog::stream::Stream;\n".into(),
        format!("\n/// The number of apps.\npub const COUNT: usize = {};\n", apps.len()),
        list("CATEGORIES", "The categories of the apps.", &writer.categories),
        list("AUTH_TYPES", "The names of the auth types.", &writer.auth_types),
        records("APPS", "The apps, sorted by slug.", &apps),
        records("FIELDS", "The fields that several auth types have.", &shared),
        records("FORMATS", "The known formats, sorted by prefix.", &format_records),
    ]
    .concat())
}

fn fields(apps: &[App]) -> impl Iterator<Item = &Field> {
    apps.iter().flat_map(|app| &app.auth).flat_map(|auth_type| &auth_type.fields)
}

/// Each name once, in the order of first use.
fn names<'a>(all: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names = Vec::new();
    for name in all {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn list(name: &str, doc: &str, strings: &[&str]) -> String {
    let lines: String = strings.iter().map(|string| format!("    {string:?},\n")).collect();
    format!("\n/// {doc}\n#[rustfmt::skip]\npub static {name}: [&str; {}] = [\n{lines}];\n", strings.len())
}

/// The index of a name that the list contains.
fn index_of(names: &[&str], name: &str) -> u64 {
    names.iter().position(|known| *known == name).unwrap_or_default() as u64
}

struct Writer<'a> {
    categories: Vec<&'a str>,
    auth_types: Vec<&'a str>,
    shared: &'a [Stream],
    formats: &'a [&'a Format],
}

impl Writer<'_> {
    fn app(&self, app: &App) -> Stream {
        let name = if app.name == title_case(&app.slug) { "" } else { &app.name };
        let brand = app.brand.as_deref().unwrap_or_default();
        let mut stream = Stream::default();
        stream.string(&app.slug).string(name).string(brand).number(index_of(&self.categories, &app.category));
        for names in [&app.aliases, &app.other_names] {
            stream.list(names, |stream, name| _ = stream.string(name));
        }
        stream.list(&app.auth, |stream, auth_type| self.auth_type(stream, auth_type));
        stream
    }

    /// A field is a number, whose lowest bit is set if the field is required; the rest is 0 if the field's record
    /// follows, else the 1-based index of a shared record.
    fn auth_type(&self, stream: &mut Stream, auth_type: &AuthType) {
        let name = index_of(&self.auth_types, &auth_type.name);
        stream.number(name << 2 | index_of(&BASES, &auth_type.basis));
        stream.list(&auth_type.fields, |stream, one| {
            let record = field(one, self.formats);
            let required = u64::from(one.required);
            match self.shared.binary_search(&record) {
                Ok(index) => _ = stream.number((index as u64 + 1) << 1 | required),
                Err(_) => _ = stream.number(required).append(&record),
            }
        });
        stream.list(&auth_type.any_of, |stream, set| {
            stream.list(&set.fields, |stream, index| _ = stream.number(*index as u64));
        });
    }
}

fn field(field: &Field, formats: &[&Format]) -> Stream {
    let formats = formats.iter().enumerate().filter(|(_, known)| field.formats.contains(known));
    let formats: Vec<u8> = formats.filter_map(|(index, _)| u8::try_from(index).ok()).collect();
    let (address, suffix) = match &field.address {
        Address::None => (0, ""),
        Address::Url => (1, ""),
        Address::Host => (2, ""),
        Address::Subdomain(suffix) => (3, suffix.as_str()),
    };
    let mut stream = Stream::default();
    stream.string(&field.name);
    stream.number(index_of(&INPUTS, &field.input) << 3 | address << 1 | u64::from(field.secret));
    stream.string(field.label.as_deref().unwrap_or_default()).bytes(&formats);
    stream.list(&field.options, |stream, option| _ = stream.string(option)).string(suffix);
    stream
}

fn format(format: &Format) -> Stream {
    let mode = format.mode.as_ref().map_or(0, |mode| 1 + index_of(&MODES, mode));
    let mut stream = Stream::default();
    let fix = format.fix.map_or(0, |index| 1 + index as u64);
    stream.string(&format.prefix).number(fix << 3 | mode << 1 | u64::from(format.exclusive));
    stream.string(&format.means).string(&format.never).bytes(&format.program);
    stream
}
