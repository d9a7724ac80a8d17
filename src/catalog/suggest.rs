//! Did you mean …? Finds the catalogue's name that was probably meant. Names are compared without case and punctuation,
//! and only a name that differs by a few typing errors is suggested.

use super::spelling::{Spelling, byte_set};
use super::{App, AuthType, Catalog};
use crate::text::{fold, is_same_name};

/// Returns the slug that was probably meant by an unknown slug.
pub fn slug(catalog: &Catalog, unknown: &str) -> Option<&'static str> {
    let mut nearest = Nearest::to(unknown)?;
    let spellings = catalog.spellings();
    spellings.iter().filter(|spelling| !spelling.is_other).for_each(|spelling| nearest.offer_known(spelling));
    if nearest.distance == 0 {
        return nearest.name;
    }
    let name = without_kind(unknown);
    let is_named =
        |spelling: &&Spelling| spelling.length_bytes == name.len() && fold(spelling.text).eq(name.iter().copied());
    let named = spellings.iter().find(is_named).map(|spelling| spelling.slug);
    named.or_else(|| nearest.name.filter(|_| !SEVERAL_APPS.iter().any(|several| several.as_bytes() == name)))
}

/// Names of vendors on other platforms, where each stands for several apps.
const SEVERAL_APPS: [&str; 12] = [
    "atlassian",
    "aws",
    "awsiam",
    "facebook",
    "google",
    "googlecloud",
    "googlesuper",
    "meta",
    "microsoft",
    "microsoftgraph",
    "microsoftoutlook",
    "outlook",
];

/// What other platforms add to the name of an app: `googleDriveOAuth2Api`, `salesforce-sandbox`, `netsuite-cc`.
const KINDS: [&str; 16] = [
    "api",
    "oauth2",
    "oauth1",
    "oauth",
    "accesstoken",
    "token",
    "apikey",
    "pat",
    "basic",
    "jwt",
    "cc",
    "customapp",
    "sandbox",
    "demo",
    "developer",
    "test",
];

/// Returns a folded name without the kind of credential or environment at its end.
fn without_kind(name: &str) -> Vec<u8> {
    let mut name: Vec<u8> = fold(name).collect();
    while let Some(kind) = KINDS.iter().find(|kind| name.len() > kind.len() + 1 && name.ends_with(kind.as_bytes())) {
        name.truncate(name.len() - kind.len());
    }
    name
}

/// Returns `true` if the key of a row probably means `linked_account_id`.
pub fn is_account(key: &str) -> bool {
    const NAME: &str = "linked_account_id";
    let is_near = Nearest::to(key).is_some_and(|mut nearest| {
        nearest.offer(NAME, NAME);
        nearest.name.is_some()
    });
    is_near || is_same_name(key, "account_id")
}

/// Returns the field that was probably meant by an unknown key.
pub fn field(auth_type: &AuthType, unknown: &str) -> Option<&'static str> {
    let mut nearest = Nearest::to(unknown)?;
    for field in auth_type.fields {
        nearest.offer(field.name, field.name);
        nearest.offer(field.label.unwrap_or_default(), field.name);
    }
    if nearest.distance == 0 {
        return nearest.name;
    }
    for group in SYNONYMS {
        if is_one_of(group, unknown)
            && let Some(name) = group.iter().find(|name| auth_type.position(name).is_some())
        {
            return Some(name);
        }
    }
    nearest.name.or_else(|| {
        // `domain` for `freshdesk_domain`, `slack_bot_token` for `bot_token`
        let mut ends = auth_type.fields.iter().map(|field| field.name).filter(|name| ends_alike(name, unknown));
        ends.next().filter(|_| ends.next().is_none())
    })
}

/// Returns the auth type that was probably meant by an unknown name.
pub fn auth_type(app: &App, unknown: &str) -> Option<&'static str> {
    let mut nearest = Nearest::to(unknown)?;
    for auth_type in app.auth_types {
        let synonyms: &[&str] = match auth_type.name {
            "oauth2" => OAUTH2,
            "keybased" => KEYBASED,
            _ => &[],
        };
        if is_one_of(synonyms, unknown) {
            return Some(auth_type.name);
        }
        nearest.offer(auth_type.name, auth_type.name);
    }
    nearest.name
}

/// Returns the name whose spelling is nearest to an unknown one.
pub fn spelling(names: impl IntoIterator<Item = &'static str>, unknown: &str) -> Option<&'static str> {
    let mut nearest = Nearest::to(unknown)?;
    for name in names {
        nearest.offer(name, name);
    }
    nearest.name
}

/// Names that people use for the same field. The first one that the auth type has is suggested. Names that often mean
/// something else are not here: an API token is not an OAuth access token, an app ID is not a client ID, and an
/// endpoint may be the token endpoint.
const SYNONYMS: [&[&str]; 12] = [
    &["access_token", "token", "auth_token", "bearer_token", "bearer", "personal_access_token", "pat"],
    &["api_key", "api_token", "private_api_key", "key", "app_key", "access_key"],
    &["refresh_token", "refresh"],
    &["client_id", "oauth_client_id"],
    &["client_secret", "api_secret", "app_secret", "secret", "secret_key", "oauth_client_secret"],
    &["store_name", "shop", "store", "shop_name", "shop_domain", "myshopify_domain"],
    &["subdomain", "sub_domain", "domain", "account", "site", "company"],
    &["base_url", "instance_url", "url", "server_url", "api_url", "domain_url", "site_url"],
    &["host", "hostname", "server", "api_host"],
    &["username", "user", "login", "user_name", "email", "user_email"],
    &["database", "db", "database_name", "db_name"],
    &["password", "pass", "passwd", "pwd", "user_password"],
];

/// Other names of the two auth types.
const OAUTH2: &[&str] = &["oauth", "oauth_2_0", "oauth2_based"];
const KEYBASED: &[&str] = &["key", "api_key", "api_key_based", "basic", "credentials", "token"];

/// Finds the name with the nearest spelling. The first one wins a tie.
struct Nearest {
    unknown: Pattern,
    name: Option<&'static str>,
    /// The distance of `name`. Without a name, the smallest distance that is too far.
    distance: usize,
}

impl Nearest {
    /// Returns `None` if the name is too long, or has no letters and digits.
    fn to(unknown: &str) -> Option<Self> {
        let unknown = Pattern::of(unknown)?;
        let distance = match unknown.length_bytes {
            0 => return None,
            1..=3 => 1,
            4..=5 => 2,
            6..=9 => 3,
            _ => 4,
        };
        Some(Self { unknown, name: None, distance })
    }

    /// Offers a name whose length and bytes are known. One edit changes the length by at most one, and adds or removes
    /// at most one byte.
    fn offer_known(&mut self, spelling: &Spelling) {
        let missing = (self.unknown.bytes & !spelling.bytes).count_ones();
        let extra = (spelling.bytes & !self.unknown.bytes).count_ones();
        let length = self.unknown.length_bytes.abs_diff(spelling.length_bytes);
        if length.max(missing.max(extra) as usize) < self.distance {
            self.offer(spelling.text, spelling.slug);
        }
    }

    fn offer(&mut self, spelling: &str, name: &'static str) {
        // One edit adds at most one missing byte.
        let missing = self.unknown.bytes & !byte_set(spelling.bytes());
        if missing.count_ones() as usize >= self.distance {
            return;
        }
        let distance = self.unknown.distance(spelling);
        if distance < self.distance {
            self.distance = distance;
            self.name = Some(name);
        }
    }
}

fn is_one_of(names: &[&str], unknown: &str) -> bool {
    names.iter().any(|name| is_same_name(*name, unknown))
}

/// Returns `true` if one name is the end of the other.
fn ends_alike(a: &str, b: &str) -> bool {
    let shorter = fold(a).count().min(fold(b).count());
    shorter >= 5 && fold(a).rev().zip(fold(b).rev()).all(|(a, b)| a == b)
}

/// A folded name that others are compared with.
struct Pattern {
    /// The positions of each byte: bit i is set if the name has it at i.
    positions: [u64; 256],
    length_bytes: usize,
    /// See [`byte_set`].
    bytes: u64,
}

impl Pattern {
    /// Returns `None` if the name has more bytes than a bitmask has bits.
    fn of(name: &str) -> Option<Self> {
        let mut positions = [0; 256];
        let mut length = 0;
        for byte in fold(name) {
            *positions.get_mut(usize::from(byte))? |= 1_u64.checked_shl(length)?;
            length += 1;
        }
        Some(Self { positions, length_bytes: length as usize, bytes: byte_set(fold(name)) })
    }

    /// Returns how many bytes must be inserted, deleted, changed, or swapped with their neighbour to turn the pattern
    /// into a name: Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances" (2003).
    fn distance(&self, name: &str) -> usize {
        let last = 1_u64.checked_shl(self.length_bytes.saturating_sub(1) as u32).unwrap_or(0);
        let mut distance = self.length_bytes;
        let (mut rises, mut falls) = (u64::MAX, 0_u64); // down the column: rows in which the distance grows or shrinks
        let (mut diagonal, mut before) = (0_u64, 0_u64);
        for byte in fold(name) {
            let here = self.positions.get(usize::from(byte)).copied().unwrap_or(0);
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
            ("mssql", Some("sql_server")),
            ("microsoftSql", Some("sql_server")),
            ("googleDriveOAuth2Api", Some("google_drive")),
            ("jiraSoftwareCloudApi", Some("jira")),
            ("salesforce_rest_api", Some("salesforce")),
            ("salesforce-sandbox", Some("salesforce")),
            ("bigquery", Some("google_bigquery")),
            ("sendInBlueApi", Some("brevo")),
            ("google", None),
            ("googleOAuth2Api", None),
            ("microsoft", None),
            ("api", None),
            ("test_api", None),
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
    fn each_name_leads_to_its_app() {
        for app in Catalog::default().apps() {
            for name in app.aliases.iter().chain(app.other_names) {
                assert_eq!(slug(&Catalog::default(), name), Some(app.slug), "{name}");
            }
        }
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
        fn near_names_lack_few_bytes(one in "[aAmM4_ .\u{e9}-]{1,6}", other in "[aAmM4_ .\u{e9}-]{0,6}") {
            let pattern = Pattern::of(&one).unwrap();
            prop_assume!(pattern.length_bytes > 0);
            let missing = pattern.bytes & !byte_set(other.bytes());
            let distance = pattern.distance(&other);
            prop_assert!(missing.count_ones() as usize <= distance);
            let extra = byte_set(fold(&other)) & !pattern.bytes;
            prop_assert!(extra.count_ones() as usize <= distance);
            prop_assert!(pattern.length_bytes.abs_diff(fold(&other).count()) <= distance);
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
