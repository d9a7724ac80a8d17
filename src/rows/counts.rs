//! Counts the rows of each app.

use super::RowCounts;
use crate::catalog::App;

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

    /// Counts a row of the app with this index.
    pub fn add(&mut self, index: usize, accepted: bool) {
        let Some((_, count)) = self.0.get_mut(index) else { return };
        count.total += 1;
        *(if accepted { &mut count.accepted } else { &mut count.rejected }) += 1;
    }

    /// Returns the counts of every app that has rows, sorted by slug.
    pub fn by_app(&self) -> Vec<(&'static str, RowCounts)> {
        let counted = self.0.iter().filter(|(_, count)| count.total > 0);
        let mut by_app: Vec<_> =
            counted.map(|(app, count)| (app.map_or("(unknown)", |app| app.slug), *count)).collect();
        by_app.sort_unstable_by_key(|(slug, _)| *slug);
        by_app
    }
}
