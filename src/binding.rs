//! What the JavaScript package needs beside the API. Not for other programs.

use crate::catalog::{App, AuthType};
pub use crate::hints::{asks, is_lasting, is_plain, is_silent, ordinary};
pub use crate::text::redact::key as redact_key;

/// The places of access token and refresh token, if a hint may miss the latter.
pub fn tokens(app: &App, auth_type: &AuthType) -> Option<[usize; 2]> {
    let may_miss = auth_type.name == "oauth2" && !crate::hints::is_without_refresh(app);
    may_miss.then_some([auth_type.position("access_token")?, auth_type.position("refresh_token")?])
}
