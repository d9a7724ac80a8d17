//! Did you mean: the name of the catalogue that was probably meant.
//! Names are compared without case and punctuation; what differs more than a slip of the fingers is not suggested.

use super::{App, AuthType, Catalog};
use crate::search::find_word;

/// The slug that a slug unknown to the catalogue was probably meant to be.
pub fn slug(catalog: &Catalog, unknown: &str) -> Option<&'static str> {
    let mut nearest = Nearest::to(unknown)?;
    for app in catalog.apps() {
        if app.aliases.contains(&unknown) {
            return Some(app.slug);
        }
        nearest.offer(app.slug, app.slug);
        nearest.offer(app.name, app.slug);
        nearest.offer(app.brand, app.slug);
        for alias in app.aliases {
            nearest.offer(alias, app.slug);
        }
    }
    nearest.found()
}

/// The field of an auth type that an unknown key was probably meant to be.
pub fn field(auth_type: &AuthType, unknown: &str) -> Option<&'static str> {
    let mut nearest = Nearest::to(unknown)?;
    for field in auth_type.fields {
        nearest.offer(field.name, field.name);
        nearest.offer(field.label.unwrap_or_default(), field.name);
    }
    if nearest.distance == 0 {
        return nearest.found();
    }
    for group in SYNONYMS {
        if is_one_of(group, unknown)
            && let Some(name) = find_word(group, &mut |word| auth_type.position(word).is_some())
        {
            return Some(name);
        }
    }
    nearest.found().or_else(|| {
        // `domain` for `freshdesk_domain`, `slack_bot_token` for `bot_token`
        let mut ends = auth_type.fields.iter().map(|field| field.name).filter(|name| ends_alike(name, unknown));
        ends.next().filter(|_| ends.next().is_none())
    })
}

/// The auth type of an app that an unknown name was probably meant to be.
pub fn auth_type(app: &App, unknown: &str) -> Option<&'static str> {
    let mut nearest = Nearest::to(unknown)?;
    for auth_type in app.auth_types {
        let words = match auth_type.name {
            "oauth2" => OAUTH2,
            "keybased" => KEYBASED,
            _ => "",
        };
        if is_one_of(words, unknown) {
            return Some(auth_type.name);
        }
        nearest.offer(auth_type.name, auth_type.name);
    }
    nearest.found()
}

/// Names that people use for the same field; of a group, the first that the auth type has is suggested. Names that
/// often mean something else are not here: an API token is not an OAuth access token, an app's ID is not its client ID,
/// and an endpoint may be the one for tokens.
const SYNONYMS: [&str; 12] = [
    "access_token token auth_token bearer_token bearer personal_access_token pat",
    "api_key api_token private_api_key key app_key access_key",
    "refresh_token refresh",
    "client_id oauth_client_id",
    "client_secret api_secret app_secret secret secret_key oauth_client_secret",
    "store_name shop store shop_name shop_domain myshopify_domain",
    "subdomain sub_domain domain account site company",
    "base_url instance_url url server_url api_url domain_url site_url",
    "host hostname server api_host",
    "username user login user_name email user_email",
    "database db database_name db_name",
    "password pass passwd pwd user_password",
];

/// Other words for the two auth types.
const OAUTH2: &str = "oauth oauth_2_0 oauth2_based";
const KEYBASED: &str = "key api_key api_key_based basic credentials token";

/// The name whose spelling is nearest to an unknown one; of equals, the first.
struct Nearest {
    unknown: Pattern,
    name: Option<&'static str>,
    /// Of the name; before there is one, one more than is near.
    distance: usize,
}

impl Nearest {
    /// `None` for what cannot be near to anything.
    fn to(unknown: &str) -> Option<Self> {
        let unknown = Pattern::of(unknown)?;
        let distance = match unknown.length {
            0 => return None,
            1..=3 => 1,
            4..=5 => 2,
            6..=9 => 3,
            _ => 4,
        };
        Some(Self { unknown, name: None, distance })
    }

    fn offer(&mut self, spelling: &str, name: &'static str) {
        // An edit brings one letter that was missing at most.
        let missing = self.unknown.letters & !letters(spelling.bytes());
        if missing.count_ones() as usize >= self.distance {
            return;
        }
        let distance = self.unknown.distance(spelling);
        if distance < self.distance {
            self.distance = distance;
            self.name = Some(name);
        }
    }

    fn found(&self) -> Option<&'static str> {
        self.name
    }
}

/// A name without case and punctuation: its letters and digits, in lower case.
pub fn fold(name: &str) -> impl DoubleEndedIterator<Item = u8> {
    name.bytes().filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()).map(|byte| byte.to_ascii_lowercase())
}

/// Whether two names differ in nothing but case and punctuation.
pub fn is_same_name(one: &str, other: &str) -> bool {
    fold(one).eq(fold(other))
}

/// Whether a name is one of the words but for case and punctuation.
fn is_one_of(words: &'static str, name: &str) -> bool {
    let first = fold(name).next();
    find_word(words, &mut |word| word.bytes().next() == first && fold(word).eq(fold(name))).is_some()
}

/// Whether one name is the end of the other.
fn ends_alike(a: &str, b: &str) -> bool {
    let shorter = fold(a).count().min(fold(b).count());
    shorter >= 5 && fold(a).rev().zip(fold(b).rev()).all(|(a, b)| a == b)
}

/// Which bytes there are in any case: a bit for each, though some share one.
fn letters(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0, |letters, byte| letters | 1 << ((byte | 0x20) & 63))
}

/// A folded text that others are compared with.
struct Pattern {
    /// Of each byte, where it stands: bit i for place i.
    places: [u64; 256],
    /// In bytes.
    length: usize,
    /// See [`letters`].
    letters: u64,
}

impl Pattern {
    /// `None` for what is longer than a mask is wide.
    fn of(text: &str) -> Option<Self> {
        let mut places = [0; 256];
        let mut length = 0;
        for byte in fold(text) {
            *places.get_mut(usize::from(byte))? |= 1_u64.checked_shl(length)?;
            length += 1;
        }
        Some(Self { places, length: length as usize, letters: letters(fold(text)) })
    }

    /// How many bytes must be put in, left out, changed, or swapped with their neighbour to make `text`, folded, of the
    /// pattern: Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances" (2003).
    fn distance(&self, text: &str) -> usize {
        let last = 1_u64.checked_shl(self.length.saturating_sub(1) as u32).unwrap_or(0);
        let mut distance = self.length;
        let (mut rises, mut falls) = (u64::MAX, 0_u64); // down the column: where the distance grows, shrinks
        let (mut diagonal, mut before) = (0_u64, 0_u64);
        for byte in fold(text) {
            let here = self.places.get(usize::from(byte)).copied().unwrap_or(0);
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
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalog::Catalog;

    fn auth(slug: &str, auth_type: &str) -> &'static AuthType {
        Catalog::default().find(slug).unwrap().auth_types.iter().find(|auth| auth.name == auth_type).unwrap()
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
            ("Maxio Chargify", Some("chargify")),
            ("zendesk_sell", Some("zendesk_crm")),
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
            assert_eq!(slug(&Catalog::default(), unknown), expected, "{unknown}");
        }
        assert_eq!(slug(&Catalog::default(), &"hubspot".repeat(1000)), None);
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
        let netsuite = Catalog::default().find("netsuite").unwrap();
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
        assert_eq!(auth_type(Catalog::default().find("stripe").unwrap(), "oauth"), None);
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

    proptest! {
        #[test]
        fn what_is_near_lacks_few_letters(one in "[aAmM4_ .\u{e9}-]{1,6}", other in "[aAmM4_ .\u{e9}-]{0,6}") {
            let pattern = Pattern::of(&one).unwrap();
            let missing = pattern.letters & !letters(other.bytes());
            prop_assert!(missing.count_ones() as usize <= pattern.distance(&other));
        }
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
                let pattern = Pattern::of(std::str::from_utf8(a).unwrap()).unwrap();
                assert_eq!(pattern.distance(std::str::from_utf8(b).unwrap()), defined(a, b), "{a:?} {b:?}");
            }
        }
        assert_eq!(Pattern::of(&"a".repeat(64)).unwrap().distance(&"b".repeat(70)), 70);
        assert_eq!(Pattern::of("abc").unwrap().distance(""), 3);
        assert!(Pattern::of(&"a".repeat(65)).is_none());
    }
}
