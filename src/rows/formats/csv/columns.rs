//! Finds the field that each column of a header means.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{App, Catalog};

/// What a column of CSV contains.
pub(in crate::rows) enum Column {
    /// The slug.
    Slug,
    /// The linked account ID.
    Account,
    /// The auth type.
    AuthType,
    /// The whole auth_object as JSON.
    AuthObject,
    /// A field.
    Field {
        /// Its name if the app has none of the choices.
        name: String,
        /// The fields of the catalogue that the column may mean. Each row takes the one that its app has.
        choices: Vec<&'static str>,
    },
    /// A field of an auth type, which a mapping names.
    Typed {
        /// The auth type.
        auth_type: &'static str,
        /// The field.
        name: &'static str,
    },
    /// A column without a name, which a spreadsheet leaves behind.
    Unnamed,
    /// A column that is not a field: a mapping names others, or `--out-bad` added it.
    Ignored,
}

const OWN: [(&str, Column); 4] = [
    ("slug", Column::Slug),
    ("linked_account_id", Column::Account),
    ("auth_type", Column::AuthType),
    ("auth_object", Column::AuthObject),
];

/// The columns that `--out-bad` adds.
const IGNORED: [&str; 3] = ["auth_object_line", "auth_object_code", "auth_object_help"];

impl Column {
    /// Returns the name of the field in a row of this app.
    pub(super) fn field(&self, app: Option<&'static App>, auth_type: &[u8]) -> &str {
        let (name, choices) = match self {
            Self::Field { name, choices } => (name, choices),
            Self::Typed { name, .. } => return name,
            _ => return "",
        };
        let types = app.map_or(&[][..], |app| app.auth_types);
        let own = types.iter().filter(|one| one.name.as_bytes() == auth_type);
        let has = |choice: &&&str| own.clone().chain(types).any(|one| one.position(choice).is_some());
        let in_own = |choice: &&&str| own.clone().any(|one| one.position(choice).is_some());
        let choice = choices.iter().find(in_own).or_else(|| choices.iter().find(has));
        choice.map_or(name.as_str(), |choice| choice)
    }
}

/// Returns the column that is not a field and has this name, but for case and punctuation.
pub(super) fn own_column(name: &str) -> Option<Column> {
    let wanted = normalized(name);
    OWN.into_iter().find_map(|(own, column)| (normalized(own) == wanted).then_some(column))
}

/// Returns what the columns with these names contain. The names are different.
pub(super) fn name_columns(names: &[&str], fields: &Fields) -> Vec<Column> {
    let is_exact = |name: &str| OWN.iter().any(|(own, _)| *own == name) || fields.exact.contains(name);
    // The fields that already have a column. An exact name wins, then the first column.
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    taken.extend(names.iter().copied().filter(|name| is_exact(name)));
    let mut columns = Vec::with_capacity(names.len());
    for &name in names {
        let wanted = normalized(name);
        if name.is_empty() {
            columns.push(Column::Unnamed);
            continue;
        }
        if IGNORED.iter().any(|ignored| normalized(ignored) == wanted) {
            columns.push(Column::Ignored);
            continue;
        }
        let is_exact = is_exact(name);
        let own = OWN.into_iter().find(|(own, _)| *own == name || !is_exact && normalized(own) == wanted);
        if let Some((own, column)) = own
            && (own == name || taken.insert(own))
        {
            columns.push(column);
            continue;
        }
        let known = fields.by_normalized.get(&wanted).map_or(&[][..], Vec::as_slice);
        let choices: Vec<_> = known.iter().copied().filter(|field| !is_exact && !taken.contains(field)).collect();
        taken.extend(&choices);
        columns.push(match (choices.as_slice(), known) {
            ([field], [_]) => Column::Field { name: (*field).into(), choices: Vec::new() },
            _ => Column::Field { name: name.into(), choices },
        });
    }
    columns
}

/// The names of the fields of a catalogue.
pub(super) struct Fields {
    exact: BTreeSet<&'static str>,
    by_normalized: BTreeMap<String, Vec<&'static str>>,
}

impl Fields {
    pub fn new(catalog: &Catalog) -> Self {
        let mut fields = Self { exact: BTreeSet::new(), by_normalized: BTreeMap::new() };
        for field in catalog.apps().into_iter().flat_map(|app| app.auth_types).flat_map(|one| one.fields) {
            if fields.exact.insert(field.name) {
                fields.by_normalized.entry(normalized(field.name)).or_default().push(field.name);
            }
        }
        fields
    }

    /// Returns `true` if an app has a field with this name.
    pub fn has(&self, name: &str) -> bool {
        self.exact.contains(name)
    }

    /// Returns `true` if an app has a field with this name, but for case and punctuation.
    pub fn has_similar(&self, name: &str) -> bool {
        self.by_normalized.contains_key(&normalized(name))
    }
}

/// Returns a name in lower case, without white space, dashes and underscores.
pub(super) fn normalized(name: &str) -> String {
    let is_kept = |character: &char| !matches!(character, '_' | '-') && !character.is_whitespace();
    name.chars().filter(is_kept).flat_map(char::to_lowercase).collect()
}
