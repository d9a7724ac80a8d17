//! The default limits, for TypeScript.

use auth_object::Limits;

use super::HEAD;

/// The content of `packages/auth-object/src/generated/limits.ts`.
pub fn defaults() -> String {
    let Limits { request_bytes, nesting, keys, cells, apps, app_bytes, .. } = Limits::default();
    format!(
        "{HEAD}
/** The default limits: docs/limits.md has what they are for. */
export const DEFAULT_LIMITS = {{
  requestBytes: {request_bytes},
  nesting: {nesting},
  keys: {keys},
  cells: {cells},
  apps: {apps},
  appBytes: {app_bytes},
}} as const;
"
    )
}
