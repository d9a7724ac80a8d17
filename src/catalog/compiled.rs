//! The apps of `schemas/`, as build.rs writes them: an app is read when somebody first asks for it, and stays in memory.

use std::ops::Range;
use std::sync::OnceLock;

use super::stream::Stream;
use super::title::title_case;
use super::{Address, App, AuthType, Basis, Field, Format, Input, Mode};

include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

static APPS_READ: [OnceLock<App>; COUNT] = [const { OnceLock::new() }; COUNT];
static OPENED: OnceLock<Opened> = OnceLock::new();

/// What is read once for all apps.
struct Opened {
    /// The record of each app, in the order of slugs; a record starts with its slug.
    apps: Vec<Stream>,
    formats: Vec<Format>,
    /// How many formats have a prefix that starts with a lesser ASCII character, by character.
    starts: [u8; 129],
}

fn opened() -> &'static Opened {
    OPENED.get_or_init(|| {
        let mut opened = Opened { apps: Vec::new(), formats: Vec::new(), starts: [0; 129] };
        let mut apps = APPS;
        while !apps.is_empty() {
            opened.apps.push(apps.next());
        }
        let mut formats = FORMATS;
        while !formats.is_empty() {
            let format = format(&mut formats);
            let first = format.prefix.as_bytes().first().map_or(0, |first| usize::from(*first) + 1);
            for start in opened.starts.iter_mut().skip(first) {
                *start += 1;
            }
            opened.formats.push(format);
        }
        opened
    })
}

/// The compiled app of that exact slug.
pub fn find(slug: &str) -> Option<&'static App> {
    let place = opened().apps.binary_search_by(|stream| { *stream }.bytes().cmp(slug.as_bytes()));
    at(place.ok()?)
}

/// The compiled app of that place in the order of slugs.
pub fn at(place: usize) -> Option<&'static App> {
    let (read, stream) = (APPS_READ.get(place)?, opened().apps.get(place)?);
    Some(read.get_or_init(|| app(*stream)))
}

/// Every compiled app, in the order of slugs.
pub fn apps() -> Vec<&'static App> {
    let mut apps = Vec::with_capacity(COUNT);
    for place in 0..COUNT {
        apps.extend(at(place));
    }
    apps
}

/// Every known shape, in the order of their prefixes.
pub fn formats() -> &'static [Format] {
    &opened().formats
}

/// The places of the shapes whose prefix starts with that byte.
pub fn formats_from(first: u8) -> Range<usize> {
    let start = |first: usize| usize::from(opened().starts.get(first.min(128)).copied().unwrap_or(0));
    start(usize::from(first))..start(usize::from(first) + 1)
}

fn app(mut stream: Stream) -> App {
    let slug = stream.text();
    let name = match stream.text() {
        "" => String::leak(title_case(slug)),
        name => name,
    };
    let brand = match stream.text() {
        "" => name,
        brand => brand,
    };
    App {
        slug,
        name,
        brand,
        category: CATEGORIES.get(stream.number()).copied().unwrap_or_default(),
        aliases: stream.list(Stream::text),
        auth_types: stream.list(auth_type),
    }
}

#[inline(never)]
fn auth_type(stream: &mut Stream) -> AuthType {
    let name_and_basis = stream.number();
    let mut fields = Vec::new();
    let mut required = 0;
    for index in 0..stream.number() {
        let place_and_required = stream.number();
        required |= (place_and_required as u64 & 1) << index;
        fields.push(field(FIELDS.at(place_and_required >> 1)));
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
fn field(mut stream: Stream) -> &'static Field {
    let kinds = stream.number();
    let name = stream.text();
    let label = Some(stream.text()).filter(|label| !label.is_empty());
    let formats = stream.bytes();
    let options = stream.list(Stream::text);
    let suffix = stream.text();
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

fn format(stream: &mut Stream) -> Format {
    let kinds = stream.number();
    Format {
        prefix: stream.text(),
        means: stream.text(),
        never: stream.text(),
        program: stream.bytes(),
        exclusive: kinds & 1 != 0,
        mode: match kinds >> 1 {
            0 => None,
            1 => Some(Mode::Test),
            _ => Some(Mode::Live),
        },
    }
}
