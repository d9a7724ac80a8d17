//! The committed files are what the generator writes, and the catalogue decodes to what the schemas say.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use auth_object::Edit;
use auth_object::catalog::{self, Address, Catalog, Mode};
use auth_object_schema::{read, write};

#[test]
fn generated_files_are_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let apps = read::folder(&root.join("schemas")).unwrap();
    let files = write::files(&root, &apps).unwrap();
    let is_stale = |(name, content): &(&str, String)| fs::read_to_string(root.join(name)).unwrap() != *content;
    let stale: Vec<_> = files.iter().filter(|file| is_stale(file)).map(|(name, _)| name).collect();
    assert!(stale.is_empty(), "{stale:?}: run `cargo run -p auth-object-schema`");
}

#[test]
fn the_catalogue_decodes_to_what_the_schemas_say() {
    let schemas = read::folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas")).unwrap();
    let apps = Catalog::default().apps();
    assert_eq!(apps.len(), schemas.len());
    for (app, schema) in apps.into_iter().zip(schemas) {
        assert_eq!((app.slug, app.name, app.category), (&schema.slug[..], &schema.name[..], &schema.category[..]));
        assert_eq!(app.brand, schema.brand.unwrap_or(schema.name));
        assert_eq!(app.aliases, schema.aliases);
        assert_eq!(app.other_names, schema.other_names);
        assert_eq!(app.auth_types.len(), schema.auth.len(), "{}", app.slug);
        for (auth_type, schema) in app.auth_types.iter().zip(&schema.auth) {
            assert_eq!((auth_type.name, auth_type.basis.name()), (&schema.name[..], &schema.basis[..]), "{}", app.slug);
            let mask = |set: &read::Set| set.fields.iter().map(|index| 1 << index).sum::<u64>();
            assert_eq!(auth_type.any_of, schema.any_of.iter().map(mask).collect::<Vec<_>>(), "{}", app.slug);
            assert_eq!(auth_type.fields.len(), schema.fields.len(), "{}", app.slug);
            for (index, (field, schema)) in auth_type.fields.iter().zip(&schema.fields).enumerate() {
                assert_eq!(auth_type.required & 1 << index != 0, schema.required, "{}", app.slug);
                compare(field, schema);
            }
        }
    }
}

fn compare(field: &catalog::Field, schema: &read::Field) {
    assert_eq!((field.name, field.label), (&schema.name[..], schema.label.as_deref()));
    assert_eq!((field.secret, field.input.name()), (schema.secret, &schema.input[..]), "{}", field.name);
    assert_eq!(field.options, schema.options);
    let is_equal = match (field.address, &schema.address) {
        (Address::Subdomain(suffix), read::Address::Subdomain(expected)) => suffix == expected,
        (Address::None, read::Address::None)
        | (Address::Url, read::Address::Url)
        | (Address::Host, read::Address::Host) => true,
        _ => false,
    };
    assert!(is_equal, "{}: {:?}", field.name, field.address);
    let formats = field.formats.iter().map(|index| &catalog::formats()[usize::from(*index)]);
    let formats = formats.map(|format| read::Format {
        prefix: format.prefix.into(),
        means: format.means.into(),
        never: format.never.into(),
        fix: format.fix.and_then(|fix| Edit::ALL.iter().position(|edit| *edit == fix)),
        mode: format.mode.map(|mode| if mode == Mode::Test { "test" } else { "live" }.into()),
        exclusive: format.exclusive,
        program: format.program.into(),
    });
    let mut expected = schema.formats.clone();
    expected.sort();
    assert!(formats.eq(expected), "the formats of {}", field.name);
}
