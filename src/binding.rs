//! Functions for `crates/wasm` only. They may change in any release.

use crate::catalog::{App, AuthType};
pub use crate::hints::{has_no_hint, is_hint_free, is_lasting, may_hint, ordinary};
pub use crate::text::redact::{id as redact_id, key as redact_key, printable_slug as redact_slug};

/// Returns the indexes of the access token and the refresh token, if `no_refresh_token` may apply.
pub fn tokens(app: &App, auth_type: &AuthType) -> Option<[usize; 2]> {
    let may_miss = auth_type.name == "oauth2" && !crate::hints::is_without_refresh(app);
    may_miss.then_some([auth_type.position("access_token")?, auth_type.position("refresh_token")?])
}
