//! Apps that the platform's documentation names without their fields, so that requests cannot be checked.

use crate::text::is_same_name;

/// The names of the apps. A slug is the name in snake_case, so both are equal without case and punctuation.
const NAMES: [&str; 23] = [
    "Adobe Experience Manager",
    "ADP",
    "AdRoll",
    "Akeneo",
    "Avalara",
    "Azure DevOps",
    "BambooHR",
    "Cloudinary",
    "Fiverr",
    "Hexagon EAM",
    "Hexagon SDx",
    "Hexagon Smart 3D",
    "Hexagon SPID",
    "IRIS",
    "Jack Henry SymXchange",
    "Okta",
    "OneLogin",
    "Playground App",
    "Qualys",
    "SAP Ariba SOAP",
    "Temenos",
    "Tipalti",
    "Zoho Desk",
];

/// Returns the name of an app that the platform has, but the catalogue has not. The slug is compared without case and
/// punctuation.
pub fn name_without_schema(slug: &str) -> Option<&'static str> {
    NAMES.into_iter().find(|name| is_same_name(*name, slug))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    #[test]
    fn finds_a_name_without_case_and_punctuation() {
        let cases = [
            ("adp", Some("ADP")),
            ("adobe_experience_manager", Some("Adobe Experience Manager")),
            ("azure_devops", Some("Azure DevOps")),
            ("azure_dev_ops", Some("Azure DevOps")),
            ("bamboo-hr", Some("BambooHR")),
            ("bamboohr", Some("BambooHR")),
            ("Zoho Desk", Some("Zoho Desk")),
            ("playground_app", Some("Playground App")),
            ("hexagon_smart_3d", Some("Hexagon Smart 3D")),
            ("jack_henry_symxchange", Some("Jack Henry SymXchange")),
            ("hexagon_sdx", Some("Hexagon SDx")),
            ("hexagon_sdx2", None),
            ("hubspot", None),
            ("okt", None),
            ("okta2", None),
            ("oktä", None),
            ("_", None),
            ("", None),
        ];
        for (slug, name) in cases {
            assert_eq!(name_without_schema(slug), name, "{slug}");
        }
    }

    #[test]
    fn no_app_of_the_catalogue_is_among_them() {
        for app in Catalog::default().apps() {
            for name in [app.slug, app.name, app.brand].into_iter().chain(app.aliases.iter().copied()) {
                assert_eq!(name_without_schema(name), None, "{name}");
            }
        }
        assert!(NAMES.is_sorted_by_key(|name| name.to_lowercase()), "in alphabetical order");
    }
}
