//! The fields of every app, as TypeScript types.

use std::collections::BTreeMap;

use auth_object::catalog::title::title_case;

use super::{HEAD, property};
use crate::read::{App, AuthType, Field};

/// What the types of several apps refer to: name and declaration.
const ANY_OF: (&str, &str) = (
    "AnyOf",
    "/** The fields `F`, of which one of the given sets must be complete. */
type AnyOf<F, Sets extends readonly (keyof F)[]> = Sets extends unknown ? F & Required<Pick<F, Sets[number]>> : never;",
);
const ONE_TOKEN: (&str, &str) =
    ("OneToken", "/** One of the two tokens is enough. */\ntype OneToken = ['access_token'] | ['refresh_token'];");

/// The content of `packages/auth-object/src/generated/catalog.ts`.
pub fn catalog(apps: &[App]) -> String {
    let mut types = String::from(HEAD);
    let usual = usual_oauth2(apps);
    for (_, declaration) in helpers(usual) {
        types.push_str(&format!("\n{declaration}\n"));
    }
    types.push_str("\n/** The fields of every app, by slug and auth type. */\nexport interface Catalog {\n");
    for app in apps {
        let member = format!("{}\n{}: {};\n", comment(app), property(&app.slug), body(app, usual));
        member.lines().for_each(|line| types.push_str(&format!("  {line}\n")));
    }
    types.push_str("}\n\n/** An app of the catalogue. */\nexport type Slug = keyof Catalog;\n");
    types
}

/// The content of `packages/reference/src/generated/app-types.json`: by slug, the types of one app that need no other
/// file.
pub fn by_app(apps: &[App]) -> Result<String, String> {
    let usual = usual_oauth2(apps);
    let helpers = helpers(usual);
    let types: BTreeMap<&str, String> = apps
        .iter()
        .map(|app| {
            let own = format!("{}\nexport interface {} {}", comment(app), type_name(&app.slug), body(app, usual));
            let mut used: Vec<&str> = vec![&own];
            // A helper refers only to those before it.
            for (name, declaration) in helpers.iter().rev() {
                if used.iter().any(|text| names(text, name)) {
                    used.push(declaration);
                }
            }
            let used: Vec<&str> = used[1..].iter().rev().chain(&used[..1]).copied().collect();
            (app.slug.as_str(), used.join("\n\n"))
        })
        .collect();
    pretty(&types)
}

/// The content of `packages/reference/src/generated/sources.json`: by slug, where the key names are known from.
pub fn sources(apps: &[App]) -> Result<String, String> {
    pretty(&apps.iter().map(|app| (app.slug.as_str(), &app.sources)).collect::<BTreeMap<_, _>>())
}

fn pretty(value: &impl serde::Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(|error| error.to_string())
}

fn helpers(usual: Option<&AuthType>) -> Vec<(&'static str, String)> {
    let mut helpers: Vec<(&str, String)> = [ANY_OF, ONE_TOKEN].map(|(name, text)| (name, text.to_owned())).into();
    if let Some(usual) = usual {
        let mut fields = String::from("/** The fields of most OAuth 2.0 apps. */\ninterface OAuth2Fields {\n");
        usual.fields.iter().for_each(|field| push_field(&mut fields, field, "  "));
        helpers.push(("OAuth2Fields", fields + "}"));
        helpers.push(("OAuth2", "type OAuth2 = AnyOf<OAuth2Fields, OneToken>;".to_owned()));
    }
    helpers
}

/// Whether a text has a name as a whole word.
fn names(text: &str, name: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| word == name)
}

fn comment(app: &App) -> String {
    format!("/** {} ({}). */", app.brand.as_ref().unwrap_or(&app.name), app.category)
}

/// The auth types of an app, in braces.
fn body(app: &App, usual: Option<&AuthType>) -> String {
    let mut types = String::from("{\n");
    for auth_type in &app.auth {
        types.push_str(&format!("  /** Key names: {}. */\n  {}: ", auth_type.basis, property(&auth_type.name)));
        if usual.is_some_and(|usual| comparable(usual) == comparable(auth_type)) {
            types.push_str("OAuth2;\n");
        } else {
            push_auth_type(&mut types, auth_type);
        }
    }
    types + "}"
}

/// `google_drive` becomes `GoogleDrive`; a name cannot start with a digit.
fn type_name(slug: &str) -> String {
    let words = slug.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.map(|word| word[..1].to_ascii_uppercase() + &word[1..]).collect();
    if name.starts_with(|c: char| c.is_ascii_digit()) { format!("App{name}") } else { name }
}

/// The oauth2 auth type whose fields and sets most apps have.
fn usual_oauth2(apps: &[App]) -> Option<&AuthType> {
    let all = || apps.iter().flat_map(|app| &app.auth).filter(|auth_type| auth_type.name == "oauth2");
    all().max_by_key(|one| all().filter(|other| comparable(one) == comparable(other)).count())
}

/// What makes two auth types the same type.
fn comparable(auth_type: &AuthType) -> String {
    let sets: Vec<&[usize]> = auth_type.any_of.iter().map(|set| &set.fields[..]).collect();
    let mut comparable = format!("{sets:?}");
    auth_type.fields.iter().for_each(|field| push_field(&mut comparable, field, ""));
    comparable
}

fn push_auth_type(types: &mut String, auth_type: &AuthType) {
    let sets: Vec<String> = auth_type.any_of.iter().map(|set| tuple(auth_type, &set.fields)).collect();
    let (start, end) = match &sets.join(" | ")[..] {
        "" => ("", String::new()),
        "['access_token'] | ['refresh_token']" => ("AnyOf<", ", OneToken>".into()),
        sets => ("AnyOf<", format!(", {sets}>")),
    };
    types.push_str(&format!("{start}{{\n"));
    auth_type.fields.iter().for_each(|field| push_field(types, field, "    "));
    types.push_str(&format!("  }}{end};\n"));
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
