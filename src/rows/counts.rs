//! How many rows there are of each app.

use super::Count;
use crate::catalog::App;

/// Rows by app; an app keeps its place.
#[derive(Debug, Default)]
pub(super) struct Counts(Vec<(Option<&'static App>, Count)>);

impl Counts {
    /// The place of an app; `None` is an unknown app.
    pub fn place(&mut self, app: Option<&'static App>) -> usize {
        let is_same = |known: Option<&'static App>| match (known, app) {
            (Some(known), Some(app)) => std::ptr::eq(known, app),
            (known, app) => known.is_none() && app.is_none(),
        };
        self.0.iter().position(|(known, _)| is_same(*known)).unwrap_or_else(|| {
            self.0.push((app, Count::default()));
            self.0.len() - 1
        })
    }

    /// Counts a row of the app at that place.
    pub fn add(&mut self, place: usize, accepted: bool) {
        let Some((_, count)) = self.0.get_mut(place) else { return };
        count.total += 1;
        *(if accepted { &mut count.accepted } else { &mut count.rejected }) += 1;
    }

    /// Every app that has rows, sorted by slug.
    pub fn by_app(&self) -> Vec<(&'static str, Count)> {
        let counted = self.0.iter().filter(|(_, count)| count.total > 0);
        let mut by_app: Vec<_> =
            counted.map(|(app, count)| (app.map_or("(unknown)", |app| app.slug), *count)).collect();
        by_app.sort_unstable_by_key(|(slug, _)| *slug);
        by_app
    }
}
