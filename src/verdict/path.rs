//! A place in the request.

use std::borrow::Cow;

/// A place in the request: the keys that lead to it.
///
/// ```
/// let path: auth_object::Path = vec!["headers".into(), "x-api-key".into()];
/// assert_eq!(path.join("."), "headers.x-api-key");
/// ```
pub type Path = Vec<Cow<'static, str>>;
