//! The fields of every app, as TypeScript types.

use auth_object::catalog::title::title_case;

use super::{HEAD, property};
use crate::read::{App, AuthType, Field};

/// The content of `npm/src/generated/catalog.ts`.
pub fn catalog(apps: &[App]) -> String {
    let mut types = String::from(HEAD);
    types.push_str(
        "
/** The fields `F`, of which one of the given sets must be complete. */
type AnyOf<F, Sets extends readonly (keyof F)[]> = Sets extends unknown ? F & Required<Pick<F, Sets[number]>> : never;

/** One of the two tokens is enough. */
type OneToken = ['access_token'] | ['refresh_token'];

",
    );
    let usual = usual_oauth2(apps);
    if let Some(usual) = usual {
        types.push_str("/** The fields of most OAuth 2.0 apps. */\ninterface OAuth2Fields {\n");
        usual.fields.iter().for_each(|field| push_field(&mut types, field, "  "));
        types.push_str("}\n\ntype OAuth2 = AnyOf<OAuth2Fields, OneToken>;\n\n");
    }
    types.push_str("/** The fields of every app, by slug and auth type. */\nexport interface Catalog {\n");
    for app in apps {
        let brand = app.brand.as_ref().unwrap_or(&app.name);
        types.push_str(&format!("  /** {brand} ({}). */\n  {}: {{\n", app.category, property(&app.slug)));
        for auth_type in &app.auth {
            types.push_str(&format!("    /** Key names: {}. */\n    ", auth_type.basis));
            types.push_str(&format!("{}: ", property(&auth_type.name)));
            if usual.is_some_and(|usual| comparable(usual) == comparable(auth_type)) {
                types.push_str("OAuth2;\n");
            } else {
                push_auth_type(&mut types, auth_type);
            }
        }
        types.push_str("  };\n");
    }
    types.push_str("}\n\n/** An app of the catalogue. */\nexport type Slug = keyof Catalog;\n");
    types
}

/// The oauth2 auth type whose fields and sets most apps have.
fn usual_oauth2(apps: &[App]) -> Option<&AuthType> {
    let all = || apps.iter().flat_map(|app| &app.auth).filter(|auth_type| auth_type.name == "oauth2");
    all().max_by_key(|one| all().filter(|other| comparable(one) == comparable(other)).count())
}

/// What makes two auth types the same type.
fn comparable(auth_type: &AuthType) -> String {
    let mut comparable = format!("{:?}", auth_type.any_of);
    auth_type.fields.iter().for_each(|field| push_field(&mut comparable, field, ""));
    comparable
}

fn push_auth_type(types: &mut String, auth_type: &AuthType) {
    let sets: Vec<String> = auth_type.any_of.iter().map(|set| tuple(auth_type, set)).collect();
    let (start, end) = match &sets.join(" | ")[..] {
        "" => ("", String::new()),
        "['access_token'] | ['refresh_token']" => ("AnyOf<", ", OneToken>".into()),
        sets => ("AnyOf<", format!(", {sets}>")),
    };
    types.push_str(&format!("{start}{{\n"));
    auth_type.fields.iter().for_each(|field| push_field(types, field, "      "));
    types.push_str(&format!("    }}{end};\n"));
}

fn push_field(types: &mut String, field: &Field, indent: &str) {
    let label = field.label.clone().unwrap_or_else(|| title_case(&field.name));
    let basis = field.basis.as_ref().map_or(String::new(), |basis| format!(" Key name: {basis}."));
    let values: Vec<String> = field.options.iter().map(|option| format!("`{option}`")).collect();
    let values = if values.is_empty() { String::new() } else { format!(" Known values: {}.", values.join(", ")) };
    let optional = if field.required { "" } else { "?" };
    types.push_str(&format!("{indent}/** {label}.{basis}{values} */\n"));
    types.push_str(&format!("{indent}{}{optional}: string;\n", property(&field.name)));
}

fn tuple(auth_type: &AuthType, set: &[usize]) -> String {
    let names: Vec<String> = set.iter().map(|&index| format!("'{}'", auth_type.fields[index].name)).collect();
    format!("[{}]", names.join(", "))
}
