//! The built-in apps, generated from `schemas/`. An app is decoded at its first use, and stays in memory.

mod data;

use std::ops::Range;
use std::sync::OnceLock;

use data::{APPS, AUTH_TYPES, CATEGORIES, COUNT, FIELDS, FORMATS};

use super::stream::Stream;
use super::title::title_case;
use super::{Address, App, AuthType, Basis, Field, Format, Input, Mode};
use crate::fixes::Edit;

static APPS_DECODED: [OnceLock<App>; COUNT] = [const { OnceLock::new() }; COUNT];
static INDEX: OnceLock<Index> = OnceLock::new();

/// What all apps share, decoded once.
struct Index {
    /// The record of each app, sorted by slug; a record starts with its slug.
    apps: Vec<Stream>,
    formats: Vec<Format>,
    /// For each ASCII character, the number of formats whose prefix starts with a lower one.
    starts: [u8; 129],
}

fn index() -> &'static Index {
    INDEX.get_or_init(|| {
        let mut index = Index { apps: Vec::new(), formats: Vec::new(), starts: [0; 129] };
        let mut apps = APPS;
        while !apps.is_empty() {
            index.apps.push(apps.next());
        }
        let mut formats = FORMATS;
        while !formats.is_empty() {
            let format = format(formats.next());
            let first = format.prefix.as_bytes().first().map_or(0, |first| usize::from(*first) + 1);
            for start in index.starts.iter_mut().skip(first) {
                *start += 1;
            }
            index.formats.push(format);
        }
        index
    })
}

/// Returns the app with this slug.
pub fn find(slug: &str) -> Option<&'static App> {
    let place = index().apps.binary_search_by(|stream| { *stream }.bytes().cmp(slug.as_bytes()));
    at(place.ok()?)
}

/// Returns the app with this index in the order of slugs.
fn at(place: usize) -> Option<&'static App> {
    let (read, stream) = (APPS_DECODED.get(place)?, index().apps.get(place)?);
    Some(read.get_or_init(|| app(*stream)))
}

/// Returns every app, sorted by slug.
pub fn apps() -> Vec<&'static App> {
    let mut apps = Vec::with_capacity(COUNT);
    for place in 0..COUNT {
        apps.extend(at(place));
    }
    apps
}

/// Returns every known format, sorted by prefix.
pub fn formats() -> &'static [Format] {
    &index().formats
}

/// Returns the indexes of the formats whose prefix starts with this byte.
pub fn formats_from(first: u8) -> Range<usize> {
    let start = |first: usize| usize::from(index().starts.get(first.min(128)).copied().unwrap_or(0));
    start(usize::from(first))..start(usize::from(first) + 1)
}

fn app(mut stream: Stream) -> App {
    let slug = stream.string();
    let name = match stream.string() {
        "" => String::leak(title_case(slug)),
        name => name,
    };
    let brand = match stream.string() {
        "" => name,
        brand => brand,
    };
    App {
        slug,
        name,
        brand,
        category: CATEGORIES.get(stream.number()).copied().unwrap_or_default(),
        aliases: stream.list(Stream::string),
        other_names: stream.list(Stream::string),
        auth_types: stream.list(auth_type),
    }
}

#[inline(never)]
fn auth_type(stream: &mut Stream) -> AuthType {
    let name_and_basis = stream.number();
    let mut fields = Vec::new();
    let mut required = 0;
    for index in 0..stream.number() {
        let record_and_required = stream.number();
        required |= (record_and_required as u64 & 1) << index;
        fields.push(match (record_and_required >> 1).checked_sub(1) {
            Some(shared) => field(&mut FIELDS.at(shared)),
            None => field(stream),
        });
    }
    AuthType {
        name: AUTH_TYPES.get(name_and_basis >> 2).copied().unwrap_or_default(),
        basis: match name_and_basis & 3 {
            0 => Basis::Documented,
            1 => Basis::Labelled,
            _ => Basis::Peer,
        },
        fields: fields.leak(),
        required,
        any_of: stream.list(set),
    }
}

fn set(stream: &mut Stream) -> u64 {
    let mut mask = 0;
    for _ in 0..stream.number() {
        mask |= 1 << stream.number();
    }
    mask
}

#[inline(never)]
fn field(stream: &mut Stream) -> &'static Field {
    let name = stream.string();
    let kinds = stream.number();
    let label = Some(stream.string()).filter(|label| !label.is_empty());
    let formats = stream.bytes();
    let options = stream.list(Stream::string);
    let suffix = stream.string();
    Box::leak(Box::new(Field {
        name,
        label,
        secret: kinds & 1 != 0,
        input: match kinds >> 3 {
            0 => Input::Text,
            1 => Input::Password,
            2 => Input::Url,
            3 => Input::Email,
            4 => Input::Select,
            _ => Input::Textarea,
        },
        options,
        formats,
        address: match kinds >> 1 & 3 {
            0 => Address::None,
            1 => Address::Url,
            2 => Address::Host,
            _ => Address::Subdomain(suffix),
        },
    }))
}

fn format(mut stream: Stream) -> Format {
    let prefix = stream.string();
    let kinds = stream.number();
    Format {
        prefix,
        means: stream.string(),
        never: stream.string(),
        program: stream.bytes(),
        exclusive: kinds & 1 != 0,
        fix: (kinds >> 3).checked_sub(1).and_then(|index| Edit::ALL.get(index).copied()),
        mode: match kinds >> 1 & 3 {
            0 => None,
            1 => Some(Mode::Test),
            _ => Some(Mode::Live),
        },
    }
}
