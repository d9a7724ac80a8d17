//! Did you mean: the name of the catalogue that was probably meant.
//! Names are compared without case and punctuation; what differs more than a slip of the fingers is not suggested.

use smallvec::SmallVec;

use super::{App, AuthType, apps};

/// The slug that a slug unknown to the catalogue was probably meant to be.
pub fn slug(unknown: &str) -> Option<&'static str> {
    let apps = apps();
    if let Some(app) = apps.iter().find(|app| app.aliases.contains(&unknown)) {
        return Some(app.slug);
    }
    let spellings = apps.iter().flat_map(|app| {
        [app.slug, app.name].into_iter().chain(app.aliases.iter().copied()).map(|spelling| (spelling, app.slug))
    });
    nearest(unknown, spellings)
}

/// The field of an auth type that an unknown key was probably meant to be.
pub fn field(auth_type: &AuthType, unknown: &str) -> Option<&'static str> {
    let names = || auth_type.fields.iter().map(|field| field.name);
    let spellings = || {
        auth_type
            .fields
            .iter()
            .flat_map(|field| [(field.name, field.name), (field.label.unwrap_or(field.name), field.name)])
    };
    if let Some((_, name)) = spellings().find(|(spelling, _)| same(spelling, unknown)) {
        return Some(name);
    }
    let synonyms = SYNONYMS.iter().filter(|group| group.iter().any(|word| same(word, unknown)));
    if let Some(name) = synonyms.copied().flatten().find_map(|word| names().find(|name| name == word)) {
        return Some(name);
    }
    nearest(unknown, spellings()).or_else(|| {
        // `domain` for `freshdesk_domain`, `slack_bot_token` for `bot_token`
        let mut ends = names().filter(|name| ends_alike(name, unknown));
        ends.next().filter(|_| ends.next().is_none())
    })
}

/// The auth type of an app that an unknown name was probably meant to be.
pub fn auth_type(app: &App, unknown: &str) -> Option<&'static str> {
    let names = || app.auth_types.iter().map(|auth_type| auth_type.name);
    let meant = AUTH_TYPES.iter().find(|(word, _)| same(word, unknown)).map(|(_, name)| *name);
    names().find(|name| meant == Some(*name)).or_else(|| nearest(unknown, names().map(|name| (name, name))))
}

/// Words that users take for one another; of a group, the first that the auth type has is suggested.
const SYNONYMS: [&[&str]; 11] = [
    &["access_token", "token", "api_token", "auth_token", "bearer_token", "bearer", "personal_access_token", "pat"],
    &["api_key", "api_token", "private_api_key", "key", "app_key", "access_key"],
    &["refresh_token", "refresh"],
    &["client_id", "app_id", "application_id", "oauth_client_id"],
    &["client_secret", "api_secret", "app_secret", "secret", "secret_key", "oauth_client_secret"],
    &["store_name", "shop", "store", "shop_name", "shop_domain", "myshopify_domain"],
    &["subdomain", "sub_domain", "domain", "account", "site", "company"],
    &["base_url", "instance_url", "url", "server_url", "api_url", "domain_url", "endpoint", "api_endpoint", "site_url"],
    &["host", "hostname", "server", "api_host"],
    &["username", "user", "login", "user_name", "email", "user_email"],
    &["password", "pass", "passwd", "pwd", "user_password"],
];

/// Other words for the two auth types.
const AUTH_TYPES: [(&str, &str); 9] = [
    ("oauth", "oauth2"),
    ("oauth_2_0", "oauth2"),
    ("oauth2_based", "oauth2"),
    ("key", "keybased"),
    ("api_key", "keybased"),
    ("api_key_based", "keybased"),
    ("basic", "keybased"),
    ("credentials", "keybased"),
    ("token", "keybased"),
];

/// The name behind the spelling nearest to `unknown`; of equals, the first.
fn nearest(
    unknown: &str,
    spellings: impl Iterator<Item = (&'static str, &'static str)> + Clone,
) -> Option<&'static str> {
    if let Some((_, name)) = spellings.clone().find(|(spelling, _)| same(spelling, unknown)) {
        return Some(name);
    }
    let folded: SmallVec<[u8; MAX_LEN]> = fold(unknown).take(MAX_LEN + 1).collect();
    let limit = match folded.len() {
        0..=3 => return None,
        4..=5 => 1,
        6..=9 => 2,
        10..=MAX_LEN => 3,
        _ => return None,
    };
    let distances = spellings.map(|(spelling, name)| (distance(&folded, fold(spelling)), name));
    distances.filter(|(distance, _)| *distance <= limit).min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// Bytes of a name that can still be compared: the width of the masks in [`distance`].
const MAX_LEN: usize = 64;

/// A name's letters and digits, in small letters.
fn fold(name: &str) -> impl DoubleEndedIterator<Item = u8> {
    name.bytes().filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()).map(|byte| byte.to_ascii_lowercase())
}

fn same(a: &str, b: &str) -> bool {
    fold(a).eq(fold(b))
}

/// Whether one name is the end of the other.
fn ends_alike(a: &str, b: &str) -> bool {
    let shorter = fold(a).count().min(fold(b).count());
    shorter >= 5 && fold(a).rev().zip(fold(b).rev()).all(|(a, b)| a == b)
}

/// How many bytes must be put in, left out, changed, or swapped with their neighbour to make `text` of `pattern`,
/// which has 1 to 64 bytes: Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances"
/// (2003). Bit i of a mask stands for byte i of the pattern.
fn distance(pattern: &[u8], text: impl Iterator<Item = u8>) -> usize {
    let last = 1_u64.checked_shl(pattern.len().saturating_sub(1) as u32).unwrap_or(0);
    let mut distance = pattern.len();
    let (mut rises, mut falls) = (u64::MAX, 0_u64); // down the column: where the distance grows, shrinks
    let (mut diagonal, mut before) = (0_u64, 0_u64);
    for byte in text {
        let here = pattern.iter().rev().fold(0_u64, |mask, &known| mask << 1 | u64::from(known == byte));
        let swapped = ((!diagonal & here) << 1) & before;
        diagonal = ((here & rises).wrapping_add(rises) ^ rises) | here | falls | swapped;
        let grows = falls | !(diagonal | rises);
        let shrinks = diagonal & rises;
        distance += usize::from(grows & last != 0);
        distance -= usize::from(shrinks & last != 0);
        let grows = grows << 1 | 1;
        rises = shrinks << 1 | !(diagonal | grows);
        falls = grows & diagonal;
        before = here;
    }
    distance
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::find;

    fn auth(slug: &str, auth_type: &str) -> &'static AuthType {
        find(slug).unwrap().auth_types.iter().find(|auth| auth.name == auth_type).unwrap()
    }

    #[test]
    fn slugs() {
        let cases = [
            ("adyen", Some("adeyn")),
            ("postgresql", Some("postgres")),
            ("HubSpot", Some("hubspot")),
            ("google-drive", Some("google_drive")),
            ("Amazon S3", Some("amazons3")),
            ("microsoft_teams", Some("ms_teams")),
            ("slak", Some("slack")),
            ("salesfroce", Some("salesforce")),
            ("netsuit", Some("netsuite")),
            ("acme_internal_billing", None),
            ("box1", Some("box")),
            ("zz", None),
            ("", None),
            ("日本", None),
        ];
        for (unknown, expected) in cases {
            assert_eq!(slug(unknown), expected, "{unknown}");
        }
        assert_eq!(slug(&"hubspot".repeat(1000)), None);
    }

    #[test]
    fn fields() {
        let cases = [
            ("hubspot", "oauth2", "accessToken", Some("access_token")),
            ("hubspot", "oauth2", "token", Some("access_token")),
            ("hubspot", "oauth2", "acess_token", Some("access_token")),
            ("hubspot", "oauth2", "hubspot_access_token", Some("access_token")),
            ("stripe", "keybased", "apikey", Some("api_key")),
            ("stripe", "keybased", "key", Some("api_key")),
            ("copper", "keybased", "api_key", Some("api_token")),
            ("copper", "keybased", "Email Address", Some("email")),
            ("shopify", "oauth2", "shop", Some("store_name")),
            ("servicenow", "keybased", "url", Some("instance_url")),
            ("freshdesk", "keybased", "domain", Some("freshdesk_domain")),
            ("mysql", "keybased", "pwd", Some("password")),
            ("stripe", "keybased", "colour", None),
            ("stripe", "keybased", "", None),
        ];
        for (slug, auth_type, unknown, expected) in cases {
            assert_eq!(field(auth(slug, auth_type), unknown), expected, "{slug} {unknown}");
        }
    }

    #[test]
    fn auth_types() {
        let netsuite = find("netsuite").unwrap();
        for (unknown, expected) in [
            ("oauth", Some("oauth2")),
            ("OAuth2", Some("oauth2")),
            ("oauth2.0", Some("oauth2")),
            ("key_based", Some("keybased")),
            ("apiKey", Some("keybased")),
            ("saml", None),
        ] {
            assert_eq!(auth_type(netsuite, unknown), expected, "{unknown}");
        }
        assert_eq!(auth_type(find("stripe").unwrap(), "oauth"), None);
    }

    /// The distance by its definition: restricted Damerau-Levenshtein.
    fn defined(a: &[u8], b: &[u8]) -> usize {
        let (Some((last_a, rest_a)), Some((last_b, rest_b))) = (a.split_last(), b.split_last()) else {
            return a.len().max(b.len());
        };
        let changed = defined(rest_a, rest_b) + usize::from(last_a != last_b);
        let mut least = changed.min(defined(rest_a, b) + 1).min(defined(a, rest_b) + 1);
        if let ([rest_a @ .., x, y], [rest_b @ .., v, w]) = (a, b)
            && (x, y) == (w, v)
        {
            least = least.min(defined(rest_a, rest_b) + 1);
        }
        least
    }

    #[test]
    fn distances_are_as_defined() {
        let words: Vec<Vec<u8>> = (1_usize..=5)
            .flat_map(|len| {
                (0..3_usize.pow(len as u32))
                    .map(move |n| (0..len).map(|i| b'a' + (n / 3_usize.pow(i as u32) % 3) as u8).collect())
            })
            .collect();
        for a in words.iter().step_by(3) {
            for b in words.iter().step_by(2) {
                assert_eq!(distance(a, b.iter().copied()), defined(a, b), "{a:?} {b:?}");
            }
        }
        assert_eq!(distance(&[b'a'; 64], [b'b'; 70].into_iter()), 70);
        assert_eq!(distance(b"abc", [].into_iter()), 3);
    }
}
