//! Applies a mapping to a header.

use std::collections::BTreeMap;

use super::columns::{Column, Fields, normalized};
use crate::rows::Unreadable;
use crate::rows::mapping::{Mapping, Target};
use crate::text::redact;

/// The targets of columns.
pub(super) struct Sources<'m> {
    /// One for each column.
    targets: Vec<Option<&'m Target>>,
    /// Whether a mapping names columns, so that unknown ones are ignored.
    is_mapped: bool,
}

impl<'m> Sources<'m> {
    /// Finds the column of each source.
    pub fn new(names: &[&str], mapping: Option<&'m Mapping>) -> Result<Self, Unreadable> {
        let sources = mapping.map_or(&[][..], Mapping::sources);
        let mut targets = vec![None; names.len()];
        // The first column with each name.
        let mut exact: BTreeMap<String, usize> = BTreeMap::new();
        let mut similar = BTreeMap::new();
        for (index, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            exact.entry((*name).to_owned()).or_insert(index);
            similar.entry(normalized(name)).or_insert(index);
        }
        for source in sources {
            let at = exact.get(&source.name).or_else(|| similar.get(&normalized(&source.name))).copied();
            match at.and_then(|at| targets.get_mut(at)) {
                Some(target @ None) => *target = Some(&source.target),
                _ => return Err(Unreadable::NoColumn { column: redact::key(&source.name).into_owned() }),
            }
        }
        let found = Self { targets, is_mapped: !sources.is_empty() };
        let read = found.targets.iter().enumerate().filter_map(|(at, target)| Some((at, (*target)?)));
        let mut unmapped = BTreeMap::new();
        for (index, name) in names.iter().enumerate().filter(|(index, _)| found.of(*index).is_none()) {
            unmapped.entry(normalized(name)).or_insert(index);
        }
        for (first, target) in read.filter(|(_, target)| **target != Target::Ignore) {
            if let Some(&second) = unmapped.get(&normalized(target.name())) {
                let (first, second) = (first.min(second) + 1, first.max(second) + 1);
                return Err(Unreadable::SameTarget { first, second, target: target.to_string() });
            }
        }
        Ok(found)
    }

    /// Returns the target of a column.
    pub fn of(&self, column: usize) -> Option<&'m Target> {
        self.targets.get(column).copied().flatten()
    }

    /// Returns the names with those of the targets in their place. A field of an auth type has none.
    pub fn renamed<'n>(&self, names: &[&'n str]) -> Vec<&'n str>
    where
        'm: 'n,
    {
        let name_of = |(index, name): (usize, &&'n str)| match self.of(index) {
            None => name,
            Some(Target::Field { auth_type: Some(_), .. } | Target::Ignore) => "",
            Some(target) => target.name(),
        };
        names.iter().enumerate().map(name_of).collect()
    }

    /// Sets the columns that have no name of their own.
    pub fn apply(&self, names: &[&str], fields: &Fields, columns: &mut [Column]) {
        for (index, (name, column)) in names.iter().zip(columns).enumerate() {
            match (self.of(index), &*column) {
                (Some(Target::Field { auth_type: Some(auth_type), name }), _) => {
                    *column = Column::Typed { auth_type, name };
                }
                (Some(Target::Ignore), _) => *column = Column::Ignored,
                (None, Column::Field { choices, .. })
                    if self.is_mapped && choices.is_empty() && !fields.has_similar(name) =>
                {
                    *column = Column::Ignored;
                }
                _ => {}
            }
        }
    }
}
