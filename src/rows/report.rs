//! What is to say of many rows.

use std::sync::Arc;

use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Serialize, Serializer};

use crate::verdict::{Code, Path};

/// What is to say of many rows.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Rows that are not blank.
    pub total: u64,
    /// Rows that the endpoint would accept.
    pub accepted: u64,
    /// Rows that it would refuse.
    pub rejected: u64,
    /// Refused rows by the rule that answers them, in the order of the rules.
    #[serde(serialize_with = "by_code")]
    pub by_code: [u64; Code::ALL.len()],
    /// Rows by app, sorted; apps that the catalogue lacks stand together under `(unknown)`.
    #[serde(serialize_with = "by_app")]
    pub by_app: Vec<(&'static str, Count)>,
    /// Refused rows in the order of the file, those already taken left out.
    pub failures: Vec<Failure>,
}

impl Report {
    /// Adds a refused row; its app and the total are counted elsewhere.
    pub(super) fn refuse(&mut self, failure: Failure) {
        if let Some(count) = self.by_code.get_mut(failure.refusal.code as usize) {
            *count += 1;
        }
        self.rejected += 1;
        self.failures.push(failure);
    }
}

fn by_code<S: Serializer>(counts: &[u64], serializer: S) -> Result<S::Ok, S::Error> {
    let counted = Code::ALL.iter().zip(counts).filter(|(_, count)| **count > 0);
    let mut map = serializer.serialize_map(None)?;
    for (code, count) in counted {
        map.serialize_entry(code, count)?;
    }
    map.end()
}

fn by_app<S: Serializer>(counts: &[(&'static str, Count)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(counts.len()))?;
    for (slug, count) in counts {
        map.serialize_entry(slug, count)?;
    }
    map.end()
}

/// Rows of one app.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Count {
    /// All of them.
    pub total: u64,
    /// Those that the endpoint would accept.
    pub accepted: u64,
    /// Those that it would refuse.
    pub rejected: u64,
}

/// A refused row.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    /// Its line, counted from 1; blank lines count.
    pub line: u64,
    /// Its linked account.
    pub linked_account_id: Option<String>,
    /// Why; rows that differ in their values alone share it.
    pub refusal: Arc<Refusal>,
}

/// Why a row is refused.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The row's slug.
    pub slug: Option<String>,
    /// The rule that answers it.
    pub code: Code,
    /// The endpoint's message.
    pub message: String,
    /// Where.
    pub path: Path,
}

impl Serialize for Failure {
    /// One flat object; what is absent is left out.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Refusal { slug, code, message, path, .. } = &*self.refusal;
        let mut fields = serializer.serialize_struct("Failure", 6)?;
        fields.serialize_field("line", &self.line)?;
        if let Some(slug) = slug {
            fields.serialize_field("slug", slug)?;
        }
        if let Some(id) = &self.linked_account_id {
            fields.serialize_field("linked_account_id", id)?;
        }
        fields.serialize_field("code", code)?;
        fields.serialize_field("message", message)?;
        fields.serialize_field("path", path)?;
        fields.end()
    }
}
