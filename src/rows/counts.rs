//! Counts the rows of each app.

use super::RowCounts;
use crate::catalog::App;
use crate::order::in_order;
use crate::verdict::Certainty;

/// The counts of each app. An app keeps its index.
#[derive(Debug, Default)]
pub(super) struct AppCounts(Vec<(Option<&'static App>, RowCounts)>);

impl AppCounts {
    /// Returns the index of an app. `None` is an unknown app.
    pub fn index(&mut self, app: Option<&'static App>) -> usize {
        let is_same = |known: Option<&'static App>| match (known, app) {
            (Some(known), Some(app)) => std::ptr::eq(known, app),
            (known, app) => known.is_none() && app.is_none(),
        };
        self.0.iter().position(|(known, _)| is_same(*known)).unwrap_or_else(|| {
            self.0.push((app, RowCounts::default()));
            self.0.len() - 1
        })
    }

    /// Returns the app with this index.
    pub fn app(&self, index: usize) -> Option<&'static App> {
        self.0.get(index)?.0
    }

    /// Counts a row of the app with this index. `None` is an accepted row.
    #[inline(always)]
    pub fn add(&mut self, index: usize, rejected: Option<Certainty>) {
        if let Some((_, counts)) = self.0.get_mut(index) {
            counts.add(rejected);
        }
    }

    /// Returns the counts of every app that has rows, sorted by slug.
    pub fn by_app(&self) -> Vec<(&'static str, RowCounts)> {
        let counted = self.0.iter().filter(|(_, counts)| counts.total > 0);
        let by_app: Vec<_> = counted.map(|(app, counts)| (app.map_or("(unknown)", |app| app.slug), *counts)).collect();
        let sorted = in_order(&by_app, |(a, _), (b, _)| a.cmp(b));
        sorted.into_iter().filter_map(|place| by_app.get(place).copied()).collect()
    }

    /// Returns the counts of all apps together.
    pub fn sum(&self) -> RowCounts {
        self.0.iter().fold(RowCounts::default(), |sum, (_, counts)| RowCounts {
            total: sum.total + counts.total,
            accepted: sum.accepted + counts.accepted,
            rejected: sum.rejected + counts.rejected,
            likely: sum.likely + counts.likely,
        })
    }
}
