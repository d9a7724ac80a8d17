//! Compares the schemas with what the platform's public documentation says of each app.
//!
//! `facts/apps.json` holds those facts, collected once from the platform's documentation: its provider pages,
//! changelogs, API reference and client. Each schema's `sources` names the pages. If the documentation leaves a field
//! open, the fact comes from another public catalogue or the vendor, and its `basis` is `peer`.
//!
//! An app's brand is its name unless stated. An auth type takes any one of its `forms`: all required fields of the
//! form, and one complete set of `any_of` if there are any. A field is required, not secret, and has the basis of its
//! auth type unless stated otherwise.
//!
//! A schema may permit more than the facts, after the facts' own fields and sets, but never less.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fmt::Debug;
use std::fs;

use auth_object::catalog::{AuthType, Catalog, Field};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AppFacts {
    slug: String,
    name: String,
    brand: Option<String>,
    category: String,
    #[serde(default)]
    aliases: Vec<String>,
    auth: Vec<AuthFacts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AuthFacts {
    name: String,
    basis: String,
    #[serde(default)]
    any_of: Vec<Vec<String>>,
    forms: Vec<Vec<FieldFacts>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldFacts {
    name: String,
    label: String,
    #[serde(default = "yes")]
    required: bool,
    #[serde(default)]
    secret: bool,
    input: String,
    #[serde(default)]
    options: Vec<String>,
    basis: Option<String>,
}

fn yes() -> bool {
    true
}

fn facts() -> Vec<AppFacts> {
    serde_json::from_str(include_str!("facts/apps.json")).unwrap()
}

/// Collects every difference, so that one run reports them all.
#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    fn same<T: PartialEq + Debug>(&mut self, place: &str, found: T, expected: T) {
        if found != expected {
            self.0.push(format!("{place} is {found:?}, not {expected:?}"));
        }
    }

    fn must(&mut self, kept: bool, difference: impl FnOnce() -> String) {
        if !kept {
            self.0.push(difference());
        }
    }

    #[track_caller]
    fn assert_none(self) {
        assert!(self.0.is_empty(), "{} differences\n{}", self.0.len(), self.0.join("\n"));
    }
}

#[test]
fn apps_are_as_the_facts_say() {
    let mut differences = Differences::default();
    for facts in facts() {
        let slug = &facts.slug;
        let Some(app) = Catalog::default().find(slug) else {
            differences.must(false, || format!("{slug} has no schema"));
            continue;
        };
        differences.same(&format!("{slug}: name"), app.name, &facts.name);
        differences.same(&format!("{slug}: brand"), app.brand, facts.brand.as_ref().unwrap_or(&facts.name));
        differences.same(&format!("{slug}: category"), app.category, &facts.category);
        let aliases: Vec<&str> = facts.aliases.iter().map(String::as_str).collect();
        differences.same(&format!("{slug}: aliases"), app.aliases, &aliases[..]);
        let found: Vec<&str> = app.auth_types.iter().map(|auth_type| auth_type.name).collect();
        differences.same(&format!("{slug}: auth"), found, facts.auth.iter().map(|auth| &auth.name[..]).collect());
    }
    differences.assert_none();
}

/// Runs a comparison for every auth type of the facts that the catalogue has.
fn each_auth_type(compare: impl Fn(&str, &AuthType, &AuthFacts, &mut Differences)) {
    let mut differences = Differences::default();
    let mut compared = 0;
    for app in facts() {
        for facts in &app.auth {
            if let Some(auth_type) = Catalog::default().find(&app.slug).and_then(|app| app.auth_type(&facts.name)) {
                compare(&format!("{}.{}", app.slug, facts.name), auth_type, facts, &mut differences);
                compared += 1;
            }
        }
    }
    differences.assert_none();
    assert!(compared > 200, "only {compared} auth types compared");
}

#[test]
fn fields_are_as_the_facts_say() {
    each_auth_type(|at, auth_type, facts, differences| {
        differences.same(&format!("{at}: basis"), auth_type.basis.name(), &facts.basis);
        for field_facts in facts.forms.iter().flatten() {
            let at = format!("{at}.{}", field_facts.name);
            let Some(index) = auth_type.position(&field_facts.name) else {
                differences.must(false, || format!("{at} is not permitted"));
                continue;
            };
            let field: &Field = auth_type.fields[index];
            differences.same(&format!("{at}: label"), &field.label()[..], &field_facts.label);
            differences.same(&format!("{at}: secret"), field.secret, field_facts.secret);
            differences.same(&format!("{at}: input"), field.input.name(), &field_facts.input);
            let options: Vec<&str> = field_facts.options.iter().map(String::as_str).collect();
            differences.same(&format!("{at}: options"), field.options, &options[..]);
            let required = auth_type.required & (1 << index) != 0;
            differences.must(!required || field_facts.required, || format!("{at} is required"));
        }
    });
}

#[test]
fn fields_have_the_order_of_the_facts_and_extra_fields_follow() {
    each_auth_type(|at, auth_type, facts, differences| {
        for form in &facts.forms {
            let places: Vec<_> = form.iter().filter_map(|field| auth_type.position(&field.name)).collect();
            differences.must(places.is_sorted(), || {
                let order: Vec<&str> = form.iter().map(|field| &field.name[..]).collect();
                format!("{at}: the order is {}", order.join(", "))
            });
        }
        let is_extra = |field: &&Field| facts.forms.iter().flatten().all(|field_facts| field_facts.name != field.name);
        let extra = auth_type.fields.iter().filter(|field| is_extra(field)).count();
        let first = auth_type.fields.iter().position(is_extra).unwrap_or(auth_type.fields.len());
        differences.same(&format!("{at}: place of the first extra field"), first, auth_type.fields.len() - extra);
    });
}

#[test]
fn what_is_complete_by_the_facts_is_accepted() {
    each_auth_type(|at, auth_type, facts, differences| {
        // Complete sets as masks; of the facts one for each form and set, of the schema one for each set.
        let bits = |names: &mut dyn Iterator<Item = &String>| -> u64 {
            names.map(|name| auth_type.position(name).map_or(0, |index| 1 << index)).sum()
        };
        let or_nothing = |sets: Vec<u64>| if sets.is_empty() { vec![0] } else { sets };
        let sets = or_nothing(facts.any_of.iter().map(|set| bits(&mut set.iter())).collect());
        let mut expected = Vec::new();
        for form in &facts.forms {
            let required = bits(&mut form.iter().filter(|field| field.required).map(|field| &field.name));
            expected.extend(sets.iter().map(|set| required | set));
        }
        let mut found = or_nothing(auth_type.any_of.to_vec());
        found.iter_mut().for_each(|set| *set |= auth_type.required);
        found.truncate(expected.len());
        let names = |sets: &[u64]| -> Vec<Vec<&str>> {
            sets.iter().map(|set| auth_type.fields_of(*set).map(|field| field.name).collect()).collect()
        };
        differences.same(&format!("{at}: complete"), names(&found), names(&expected));
        for set in expected {
            differences.must(auth_type.is_satisfied_by(set), || format!("{at}: {:?} is rejected", names(&[set])));
        }
    });
}

/// Only the schema files hold the basis of a single field.
#[test]
fn fields_have_the_basis_that_the_facts_state() {
    let mut differences = Differences::default();
    for app in facts() {
        let path = format!("{}/schemas/{}.json", env!("CARGO_MANIFEST_DIR"), app.slug);
        let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        for facts in &app.auth {
            let auth_type = &schema["auth"][&facts.name];
            for field in facts.forms.iter().flatten() {
                let found = auth_type["fields"][&field.name]["basis"].as_str().or(auth_type["basis"].as_str());
                let expected = field.basis.as_ref().unwrap_or(&facts.basis);
                let at = format!("{}.{}.{}: basis", app.slug, facts.name, field.name);
                differences.same(&at, found, Some(expected));
            }
        }
    }
    differences.assert_none();
}
