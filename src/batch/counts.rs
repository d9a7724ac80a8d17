//! How many rows there were of each app.

use super::Count;
use crate::catalog::{self, App};

/// Rows by app; the place of an app stays the same.
#[derive(Debug, Default)]
pub(super) struct Counts(Vec<Count>);

/// The place of rows whose app the catalogue lacks.
const UNKNOWN: usize = 0;

impl Counts {
    /// The place of an app.
    pub fn place(app: Option<&'static App>) -> usize {
        app.and_then(catalog::number).map_or(UNKNOWN, |number| number + 1)
    }

    /// Counts a row of the app at that place.
    pub fn add(&mut self, place: usize, accepted: bool) {
        if self.0.len() <= place {
            self.0.resize(place + 1, Count::default());
        }
        let Some(count) = self.0.get_mut(place) else { return };
        count.total += 1;
        *(if accepted { &mut count.accepted } else { &mut count.rejected }) += 1;
    }

    /// Every app that had rows, sorted by slug; an app that was registered anew in between is one app.
    pub fn by_app(&self) -> Vec<(&'static str, Count)> {
        let mut by_app: Vec<(&'static str, Count)> = Vec::new();
        for (place, count) in self.0.iter().enumerate().filter(|(_, count)| count.total > 0) {
            let app = place.checked_sub(1).and_then(catalog::by_number);
            let slug = app.map_or("(unknown)", |app| app.slug);
            match by_app.binary_search_by_key(&slug, |(slug, _)| slug) {
                Err(at) => by_app.insert(at, (slug, *count)),
                Ok(at) => {
                    if let Some((_, sum)) = by_app.get_mut(at) {
                        sum.total += count.total;
                        sum.accepted += count.accepted;
                        sum.rejected += count.rejected;
                    }
                }
            }
        }
        by_app
    }
}
