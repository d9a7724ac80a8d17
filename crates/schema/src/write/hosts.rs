//! The providers' hosts, for TypeScript. They are not in the catalogue, so that no browser downloads them.

use super::{HEAD, property};
use crate::read::App;

/// The content of `packages/endpoint/src/generated/hosts.ts`.
pub fn table(apps: &[App]) -> String {
    let mut table = String::from(HEAD);
    table.push_str(
        "
/** The provider's host, by slug and auth type: a template that starts with the name of a field in braces. */
export const HOSTS: { readonly [slug: string]: { readonly [authType: string]: string } } = {\n",
    );
    for app in apps {
        let auth = app.auth.iter();
        let hosts: Vec<String> = auth
            .filter_map(|auth_type| Some(format!("{}: '{}'", property(&auth_type.name), auth_type.host.as_ref()?)))
            .collect();
        if !hosts.is_empty() {
            table.push_str(&format!("  {}: {{ {} }},\n", property(&app.slug), hosts.join(", ")));
        }
    }
    table.push_str("};\n");
    table
}
