//! Functions for the host in a URL or an address: its subdomain, its scheme, a doubled suffix.

use crate::text::{before, contains, find, has_space};

/// Returns the host of a URL, or of an address that starts with a host, and its first byte's position.
pub fn host(address: &str) -> (usize, &str) {
    let start = find(address, "//").filter(|slashes| is_scheme(address, *slashes)).map_or(0, |slashes| slashes + 2);
    let rest = address.get(start..).unwrap_or_default();
    let authority = before(rest, b"/?#\\");
    let user = authority.bytes().position(|byte| byte == b'@').map_or(0, |at| at + 1);
    let host = before(authority.get(user..).unwrap_or_default(), b":");
    (start + user, host)
}

/// Returns `true` if an address has a scheme, or nothing, before this position.
fn is_scheme(address: &str, end: usize) -> bool {
    let is_usual = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let before = address.get(..end).unwrap_or_default();
    before.is_empty() || before.strip_suffix(':').is_some_and(|scheme| scheme.bytes().all(is_usual))
}

/// Returns the store's name in the address of Shopify's admin, whose host is the same for all stores: `acme` of
/// `https://admin.shopify.com/store/acme/products`.
pub fn store(address: &str) -> Option<&str> {
    let (start, host) = host(address);
    let path = address.get(start + host.len()..)?.strip_prefix("/store/")?;
    let name = before(path, b"/?#");
    (host.eq_ignore_ascii_case("admin.shopify.com") && !name.is_empty() && is_clear(name)).then_some(name)
}

/// Returns everything before the last two labels of the host: `acme` of `https://acme.myshopify.com/admin`. Shopify's
/// admin has the name in its path.
pub fn subdomain(address: &str) -> Option<&str> {
    if let Some(store) = store(address) {
        return Some(store);
    }
    let mut host = host(address).1.trim_end_matches('.');
    while let Some(once) = halved(host) {
        host = once;
    }
    let (rest, _) = host.rsplit_once('.')?;
    let (rest, _) = rest.rsplit_once('.')?;
    is_clear(host).then_some(rest)
}

/// Returns the host alone of an address that clearly has one.
pub fn only_host(address: &str) -> Option<&str> {
    let (_, host) = host(address);
    (host.len() < address.len() && is_clear(host) && !has_space(address)).then_some(host)
}

/// Returns a host, with or without a path, as an `https` URL; `None` if it is not clearly a host. A port may belong to
/// another scheme, so an address with a port stays as it is.
pub fn url(address: &str) -> Option<String> {
    let address = address.strip_prefix("//").unwrap_or(address);
    let (start, host) = host(address);
    let is_alone = start == 0 && !contains(address, "//") && !has_space(address);
    let has_port = address.as_bytes().get(host.len()) == Some(&b':');
    (host.contains('.') && is_clear(host) && is_alone && !has_port).then(|| format!("https://{address}"))
}

/// Returns `true` if a host has no empty label and no unusual characters.
fn is_clear(host: &str) -> bool {
    let is_usual = |byte: &u8| matches!(byte, b'-' | b'_') || byte.is_ascii_alphanumeric();
    host.as_bytes().split(|byte| *byte == b'.').all(|label| !label.is_empty() && label.iter().all(is_usual))
}

/// Returns an address without the second of two equal domain suffixes: `acme.example.com.example.com`.
pub fn undoubled(address: &str) -> Option<String> {
    let (start, host) = host(address);
    let mut once = halved(host)?;
    while let Some(again) = halved(once) {
        once = again;
    }
    let kept = address.get(..start + once.len())?;
    let after = address.get(start + host.len()..)?;
    Some([kept, after].concat())
}

/// Returns a host without its last labels if the same labels are before them. At least two labels must repeat, and the
/// last one must not be a number.
fn halved(host: &str) -> Option<&str> {
    // A host has at most 253 characters (RFC 1035). The time is quadratic.
    const LONGEST_BYTES: usize = 1024;
    if host.len() > LONGEST_BYTES {
        return None;
    }
    host.match_indices('.').find_map(|(dot, _)| {
        let (rest, labels) = (host.get(..dot)?, host.get(dot + 1..)?);
        let (_, top) = labels.rsplit_once('.')?;
        let (head, tail) = rest.split_at_checked(rest.len().checked_sub(labels.len())?)?;
        let is_doubled = tail.eq_ignore_ascii_case(labels) && (head.is_empty() || head.ends_with('.'));
        (is_doubled && top.bytes().any(|byte| byte.is_ascii_alphabetic())).then_some(rest)
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::fixes::Edit;
    use crate::fixes::tests::check;

    #[test]
    fn to_subdomain() {
        check(
            Edit::ToSubdomain,
            &[
                ("https://acme.myshopify.com/admin", Some("acme")),
                ("acme.myshopify.com", Some("acme")),
                ("acme.myshopify.com.myshopify.com", Some("acme")),
                ("https://xy12345.us-east-1.snowflakecomputing.com:443", Some("xy12345.us-east-1")),
                ("https://me@acme.zendesk.com/?a=b", Some("acme")),
                ("https://admin.shopify.com/store/acme/products", Some("acme")),
                ("admin.shopify.com/settings", Some("admin")),
                ("https://zendesk.com", None),
                ("..com", None),
                ("acme", None),
            ],
        );
    }

    #[test]
    fn to_host() {
        check(
            Edit::ToHost,
            &[
                ("https://db.example.org/", Some("db.example.org")),
                ("db.example.org:5432", Some("db.example.org")),
                ("me@db.example.org", Some("db.example.org")),
                ("db.example.org//path", Some("db.example.org")),
                ("//db.example.org/path", Some("db.example.org")),
                ("++/a//db.example.org", None),
                ("db.example.org", None),
                ("[::1]:5432", None),
                ("::1", None),
            ],
        );
    }

    #[test]
    fn to_url() {
        check(
            Edit::ToUrl,
            &[
                ("acme.example.com/api", Some("https://acme.example.com/api")),
                ("//acme.example.com", Some("https://acme.example.com")),
                ("localhost:8080", None),
                ("acme.example.com:8069", None),
                ("localhost", None),
                (" acme.example.com", Some("https://acme.example.com")),
                ("https://acme.example.com", None),
                ("http:/acme.example.com", None),
                ("me@example.com", None),
                ("acme", None),
                ("acme .com", None),
            ],
        );
    }

    #[test]
    fn strip_suffix() {
        check(
            Edit::StripSuffix,
            &[
                ("acme.zendesk.com.zendesk.com", Some("acme.zendesk.com")),
                ("https://acme.my.example.com.my.example.com/x", Some("https://acme.my.example.com/x")),
                ("acme.zendesk.com.Zendesk.com.zendesk.com", Some("acme.zendesk.com")),
                ("zendesk.com.zendesk.com", Some("zendesk.com")),
                ("10.0.10.0", None),
                ("acme.com.com", None),
                // No host is so long.
                (&format!("acme{}", ".zendesk.com".repeat(100)), None),
                ("xzendesk.com.zendesk.com", None),
                ("acme.zendesk.com", None),
            ],
        );
    }
}
