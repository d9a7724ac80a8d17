//! What is known of an export.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// An export of another platform, whose rows are not requests.
///
/// ```
/// use auth_object::Checker;
///
/// let mut rows = Checker::default().rows();
/// rows.push(b"{\"connection_id\":\"fake\",\"provider_config_key\":\"hubspot\",\"provider\":\"hubspot\"}\n");
/// let export = rows.end().export.unwrap();
/// assert_eq!(export.platform, "Nango");
/// assert!(export.map.contains(&("provider", "slug")));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Export {
    /// The name of the platform.
    pub platform: &'static str,
    /// Which keys of a row have which part of a request, for a [`Mapping`](crate::rows::Mapping).
    #[serde(serialize_with = "as_map")]
    pub map: &'static [(&'static str, &'static str)],
    /// What the file has and what it lacks. Print it after the name of the file.
    pub help: &'static str,
}

fn as_map<S: Serializer>(map: &&[(&str, &str)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut object = serializer.serialize_map(Some(map.len()))?;
    for (source, target) in *map {
        object.serialize_entry(source, target)?;
    }
    object.end()
}
