//! Rows for the benches.

use std::collections::BTreeSet;

use auth_object::Catalog;
use auth_object::catalog::AuthType;
use serde_json::{Map, Value, json};

/// One row of an auth type.
pub struct Row {
    pub slug: String,
    pub account: String,
    /// `None`: the fields are the `auth_object`.
    pub auth_type: Option<String>,
    pub fields: Map<String, Value>,
}

impl Row {
    /// The row as JSON.
    pub fn json(&self) -> String {
        let fields = Value::Object(self.fields.clone());
        let auth_object = self.auth_type.as_ref().map_or(fields.clone(), |name| json!({ name: fields }));
        json!({ "slug": self.slug, "linked_account_id": self.account, "auth_object": auth_object }).to_string()
    }
}

/// One row for each auth type of the catalogue, `rounds` times: both shapes in turn, 5 in 100 with a key too many.
pub fn rows(rounds: usize) -> Vec<Row> {
    let apps = Catalog::default().apps();
    let auth_types = || apps.iter().flat_map(|app| app.auth_types.iter().map(move |one| (app, one)));
    let mut rows = Vec::new();
    for (app, auth_type) in (0..rounds).flat_map(|_| auth_types()) {
        let number = rows.len();
        let mut fields = fields(auth_type, number);
        if number % 20 == 7 {
            fields.insert("not_a_field".into(), json!("fake-value"));
        }
        rows.push(Row {
            slug: app.slug.to_string(),
            account: format!("account:{number}"),
            auth_type: (number % 2 == 0).then(|| auth_type.name.to_string()),
            fields,
        });
    }
    rows
}

fn fields(auth_type: &AuthType, number: usize) -> Map<String, Value> {
    let mask = auth_type.required | auth_type.any_of.first().copied().unwrap_or_default();
    let value = |name: &str| json!(format!("fake-{name}-0123456789abcdef0123456789-{number}"));
    auth_type.fields_of(mask).map(|field| (field.name.to_owned(), value(field.name))).collect()
}

/// The rows as CSV, with a column for each field.
#[allow(dead_code, reason = "one bench needs it")]
pub fn csv(rows: &[Row]) -> String {
    let columns: BTreeSet<&str> = rows.iter().flat_map(|row| row.fields.keys().map(String::as_str)).collect();
    let header = ["slug", "linked_account_id", "auth_type"].into_iter().chain(columns.iter().copied());
    let mut csv = header.collect::<Vec<_>>().join(",");
    for row in rows {
        let start = [row.slug.as_str(), &row.account, row.auth_type.as_deref().unwrap_or_default()];
        let cells = columns.iter().map(|name| row.fields.get(*name).and_then(Value::as_str).unwrap_or_default());
        csv.push('\n');
        csv.push_str(&start.into_iter().chain(cells).collect::<Vec<_>>().join(","));
    }
    csv
}
