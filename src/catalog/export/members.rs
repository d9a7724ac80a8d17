//! Objects whose keys are names of the catalogue, in its order.

use serde::{Serialize, Serializer};

/// An object: its keys and their values, in order.
#[derive(Debug)]
pub struct Members<T>(pub(super) Vec<(&'static str, T)>);

impl<T> FromIterator<(&'static str, T)> for Members<T> {
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(members: I) -> Self {
        Self(members.into_iter().collect())
    }
}

impl<T: Serialize> Serialize for Members<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}
