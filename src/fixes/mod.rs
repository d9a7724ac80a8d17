//! What each edit of a fix does to a value, and the checks that the hints share with it.
//!
//! An edit only takes off what cannot belong to the value. No edit removes a line break inside a value, and a private
//! key keeps every line it has, the last line break included.
//!
//! Slips come in layers, so an edit also removes the layers around its own: invisible characters and white space, then
//! quotes, then an authorization scheme or the parts of a URL around a host.

use std::borrow::Cow;

use serde::Serialize;

use crate::joined::joined;
use crate::search;

/// A change to a string value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// Removes outer white space.
    Trim,
    /// Removes one pair of outer quotes.
    StripQuotes,
    /// Removes a leading `Bearer `, `Basic ` or `token `.
    StripPrefix,
    /// Removes zero-width and control characters.
    StripInvisible,
    /// Keeps the subdomain of a URL or host.
    ToSubdomain,
    /// Puts `https://` before a host.
    ToUrl,
    /// Removes the second of a doubled domain suffix.
    StripSuffix,
    /// Reads the text as JSON.
    ParseJson,
}

impl Edit {
    /// Every edit; its index is its number at the wasm boundary.
    pub const ALL: [Self; 8] = [
        Self::Trim,
        Self::StripQuotes,
        Self::StripPrefix,
        Self::StripInvisible,
        Self::ToSubdomain,
        Self::ToUrl,
        Self::StripSuffix,
        Self::ParseJson,
    ];
    /// Applies the edit to a value. Returns `None` if it changes nothing.
    /// [`Edit::ParseJson`] returns the JSON text that replaces the string.
    pub fn apply(self, value: &str) -> Option<String> {
        let bare = bare(value);
        let inner = unquoted(&bare).unwrap_or(&bare);
        let changed = match self {
            Self::Trim => trimmed(value).to_owned(),
            Self::StripInvisible => visible(value).into_owned(),
            Self::StripQuotes => unquoted(&bare)?.to_owned(),
            Self::StripPrefix => unprefixed(inner)?.1.to_owned(),
            Self::ToSubdomain => subdomain(inner)?.to_owned(),
            Self::ToUrl => url(inner)?,
            Self::StripSuffix => undoubled(inner)?,
            Self::ParseJson => json_object(value)?.to_owned(),
        };
        (changed != value).then_some(changed)
    }
}

/// Without outer white space, and without the invisible characters in it.
pub fn trimmed(text: &str) -> &str {
    edges(text).1
}

/// What [`trimmed`] removes before a text, what it leaves, and what it removes after it. A key keeps its end: some
/// readers reject an OpenSSH key without its last line break.
pub fn edges(text: &str) -> (&str, &str, &str) {
    let is_outer = |character: char| character.is_whitespace() || is_invisible(character);
    let rest = text.trim_start_matches(is_outer);
    let core = rest.trim_end_matches(is_outer);
    let is_trimmed = core.len() == rest.len() || !holds_key(core) || inside_quotes(core).is_some();
    let core = if is_trimmed { core } else { rest };
    let before = text.get(..text.len() - rest.len()).unwrap_or_default();
    (before, core, rest.get(core.len()..).unwrap_or_default())
}

/// Whether the text holds a key or certificate in a format of lines: PEM and OpenSSH (RFC 7468, also with attributes
/// before BEGIN), SSH2 (RFC 4716), or PuTTY.
pub fn holds_key(text: &str) -> bool {
    text.starts_with(PUTTY) || search::contains(text, "-----BEGIN ") || search::contains(text, "---- BEGIN ")
}

/// The beginning of a PuTTY key; the version follows.
pub const PUTTY: &str = "PuTTY-User-Key-File-";

/// Whether a character shows nothing and is no white space: zero-width and bidirectional formatting characters
/// (Unicode `Cf`, as far as they get into pasted text), the byte order mark, and control characters.
pub const fn is_invisible(character: char) -> bool {
    match character {
        '\t'..='\r' | '\u{85}' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => true,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        _ => false,
    }
}

/// Without invisible characters. Beside other characters beyond ASCII they may belong to a script, and stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !has_invisible(text) {
        return Cow::Borrowed(text);
    }
    let mut seen = String::with_capacity(text.len());
    for character in text.chars() {
        if !is_invisible(character) {
            seen.push(character);
        }
    }
    if seen.is_ascii() { Cow::Owned(seen) } else { Cow::Borrowed(text) }
}

/// Whether there is an invisible character.
pub fn has_invisible(text: &str) -> bool {
    !text.bytes().all(|byte| matches!(byte, b' '..=b'~')) && text.chars().any(is_invisible)
}

/// Whether a trimmed text may be JSON, which white space does not change.
pub fn is_json(core: &str) -> bool {
    matches!(core.as_bytes().first(), Some(b'{' | b'['))
}

/// Whether there is a line break or a tab inside a trimmed text.
pub fn has_break(core: &str) -> bool {
    core.chars().any(|character| matches!(character, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}'))
}

/// The text without outer white space and invisible characters.
pub fn bare(text: &str) -> Cow<'_, str> {
    match visible(text) {
        Cow::Borrowed(text) => Cow::Borrowed(trimmed(text)),
        Cow::Owned(text) => Cow::Owned(trimmed(&text).to_owned()),
    }
}

/// What is inside the quotes around a bare text, however many pairs.
pub fn unquoted(bare: &str) -> Option<&str> {
    let mut text = bare;
    while let Some(inner) = inside_quotes(text) {
        text = trimmed(inner);
    }
    (text.len() < bare.len()).then_some(text)
}

/// What is inside one pair of quotes, if no such quote is inside.
fn inside_quotes(text: &str) -> Option<&str> {
    const PAIRS: [(&str, &str); 9] = [
        ("\"", "\""),
        ("'", "'"),
        ("`", "`"),
        ("\\\"", "\\\""),
        ("\u{201c}", "\u{201d}"),
        ("\u{2018}", "\u{2019}"),
        ("\u{201e}", "\u{201c}"),
        ("\u{201d}", "\u{201d}"),
        ("\u{ab}", "\u{bb}"),
    ];
    PAIRS.iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        (!search::contains(inner, open) && !search::contains(inner, close)).then_some(inner)
    })
}

/// The credential alone: without outer white space, invisible characters, quotes and an authorization scheme.
pub fn peeled(text: &str) -> Cow<'_, str> {
    fn peel(bare: &str) -> &str {
        let inner = unquoted(bare).unwrap_or(bare);
        unprefixed(inner).map_or(inner, |(_, core)| core)
    }
    match bare(text) {
        Cow::Borrowed(bare) => Cow::Borrowed(peel(bare)),
        Cow::Owned(bare) => Cow::Owned(peel(&bare).to_owned()),
    }
}

/// An authorization scheme (RFC 9110 §11.6.2) that stands before a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// RFC 6750: the credential is what follows.
    Bearer,
    /// Used by GitHub and others in the same way.
    Token,
    /// RFC 7617: a user name and a password in base64 follow.
    Basic,
}

/// The scheme before a credential, and the credential: one word.
pub fn unprefixed(text: &str) -> Option<(Scheme, &str)> {
    const SCHEMES: [(&str, Scheme); 3] =
        [("bearer", Scheme::Bearer), ("basic", Scheme::Basic), ("token", Scheme::Token)];
    let mut found = None;
    let mut rest = after_word(text, "authorization:").map_or(text, trimmed);
    while let Some((scheme, after)) = SCHEMES.iter().find_map(|&(word, scheme)| {
        let after = after_word(rest, word)?;
        let (space, credential, _) = edges(after);
        (!space.is_empty()).then_some((scheme, credential))
    }) {
        rest = after;
        found.get_or_insert(scheme);
    }
    let found = found?;
    let credential = unquoted(rest).unwrap_or(rest);
    (!credential.is_empty() && !search::has_space(credential)).then_some((found, credential))
}

fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then_some(rest)
}

/// The host of a URL, or of a text that starts with a host; where it begins, in bytes.
pub fn host(text: &str) -> (usize, &str) {
    let start = search::find(text, "//").map_or(0, |slashes| slashes + 2);
    let rest = text.get(start..).unwrap_or_default();
    let authority = search::before(rest, b"/?#\\");
    let user = search::position(authority, b"@").map_or(0, |at| at + 1);
    let host = search::before(authority.get(user..).unwrap_or_default(), b":");
    (start + user, host)
}

/// What stands before the last two labels of the host: `acme` of `https://acme.myshopify.com/admin`.
pub fn subdomain(text: &str) -> Option<&str> {
    let (_, host) = host(text);
    let mut host = search::trim_end(host, b'.');
    while let Some(once) = halved(host) {
        host = once;
    }
    let (rest, _) = search::rsplit(host, b'.')?;
    let (rest, _) = search::rsplit(rest, b'.')?;
    (has_whole_labels(host) && is_plain(host)).then_some(rest)
}

/// A host, with or without a path, as an `https` URL; `None` if the text is not plainly one. A port may belong to
/// another scheme, so it is left alone.
pub fn url(text: &str) -> Option<String> {
    let text = text.strip_prefix("//").unwrap_or(text);
    let (start, name) = host(text);
    let is_alone = start == 0 && !search::contains(text, "//") && !search::has_space(text);
    let has_port = text.as_bytes().get(name.len()) == Some(&b':');
    (search::has(name, b'.') && has_whole_labels(name) && is_plain(name) && is_alone && !has_port)
        .then(|| joined(&["https://", text]))
}

/// Whether something stands before, between and after the dots.
fn has_whole_labels(host: &str) -> bool {
    let dot = Some(&b'.');
    let bytes = host.as_bytes();
    !host.is_empty() && bytes.first() != dot && bytes.last() != dot && !search::contains(host, "..")
}

fn is_plain(host: &str) -> bool {
    host.bytes().all(|byte| matches!(byte, b'.' | b'-' | b'_') || byte.is_ascii_alphanumeric())
}

/// The text without the second of two equal domain suffixes: `acme.example.com.example.com`.
pub fn undoubled(text: &str) -> Option<String> {
    let (start, host) = host(text);
    let mut once = halved(host)?;
    while let Some(again) = halved(once) {
        once = again;
    }
    let before = text.get(..start + once.len())?;
    let after = text.get(start + host.len()..)?;
    Some(joined(&[before, after]))
}

/// A host without its last labels (two or more, the last one no number), where the same ones stand before them.
fn halved(host: &str) -> Option<&str> {
    let mut dots = host.bytes().enumerate().filter(|(_, byte)| *byte == b'.');
    dots.find_map(|(at, _)| halved_at(host, at))
}

fn halved_at(host: &str, dot: usize) -> Option<&str> {
    let (rest, labels) = (host.get(..dot)?, host.get(dot + 1..)?);
    let (_, top) = search::rsplit(labels, b'.')?;
    let (head, tail) = rest.split_at_checked(rest.len().checked_sub(labels.len())?)?;
    let doubled = tail.eq_ignore_ascii_case(labels) && head.bytes().last().is_none_or(|byte| byte == b'.');
    (doubled && top.bytes().any(|byte| byte.is_ascii_alphabetic())).then_some(rest)
}

/// A text that looks like a JSON object, without what is around it.
pub fn json_object(text: &str) -> Option<&str> {
    let text = trimmed(text);
    matches!(text.as_bytes(), [b'{', .., b'}']).then_some(text)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::Edit;

    fn check(kind: Edit, cases: &[(&str, Option<&str>)]) {
        for (text, expected) in cases {
            assert_eq!(kind.apply(text).as_deref(), *expected, "{kind:?} of {text:?}");
        }
    }

    #[test]
    fn trim() {
        let cases = [(" fake\n", Some("fake")), ("\u{feff} fake\u{3000}", Some("fake")), ("fa ke", None), ("", None)];
        check(Edit::Trim, &cases);
    }

    #[test]
    fn a_key_keeps_its_lines() {
        let pem = "-----BEGIN PRIVATE KEY-----\nAAAA\nBBBB\n-----END PRIVATE KEY-----\n";
        let with_attributes = format!("Bag Attributes\n    friendlyName: fake\n{pem}");
        let putty = "PuTTY-User-Key-File-3: ssh-rsa\r\nEncryption: none\r\nPublic-Lines: 1\r\nAAAA\r\n";
        let ssh2 = "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nAAAA\n---- END SSH2 ENCRYPTED PRIVATE KEY ----\n";
        for key in [pem, &with_attributes, putty, ssh2] {
            for kind in Edit::ALL {
                assert_eq!(kind.apply(key), None, "{kind:?} of {key:?}");
            }
            for quote in ["\"", "'", "`"] {
                let quoted = [quote, key, quote].concat();
                assert_eq!(Edit::StripQuotes.apply(&quoted).as_deref(), Some(key));
                assert_eq!(Edit::StripInvisible.apply(&quoted), None);
            }
            assert_eq!(Edit::StripQuotes.apply(&["\"", key, "\"\n"].concat()).as_deref(), Some(key));
            assert_eq!(Edit::Trim.apply(&["\n ", key].concat()).as_deref(), Some(key));
            assert_eq!(Edit::StripInvisible.apply(&["\u{feff}", key].concat()).as_deref(), Some(key));
        }
    }

    #[test]
    fn strip_invisible() {
        check(
            Edit::StripInvisible,
            &[
                ("fa\u{200b}ke", Some("fake")),
                ("\u{feff}fake", Some("fake")),
                ("fa\u{202e}ke\u{0}", Some("fake")),
                ("fa\r\n\tke", None),
                (" fake \n", None),
                ("\u{200b}", Some("")),
                ("-----BEGIN FAKE-----\nAAAA\n-----END FAKE-----\n", None),
                ("-----BEGIN FAKE-----\nAA\u{200b}AA\n", Some("-----BEGIN FAKE-----\nAAAA\n")),
                ("p\u{e4}ssw\u{f6}rt \u{1f600}", None),
                ("\u{645}\u{6cc}\u{200c}\u{62e}", None),
            ],
        );
    }

    #[test]
    fn strip_quotes() {
        check(
            Edit::StripQuotes,
            &[
                ("\"fake\"", Some("fake")),
                ("'fake'", Some("fake")),
                ("`fake`", Some("fake")),
                ("\u{201c}fake\u{201d}", Some("fake")),
                ("\u{2018}fake\u{2019}", Some("fake")),
                (" \" fake \" ", Some("fake")),
                ("\"'fake'\"", Some("fake")),
                ("\\\"fake\\\"", Some("fake")),
                ("\"fake", None),
                ("\"fa\"ke\"", None),
                ("\"", None),
                ("fake", None),
            ],
        );
    }

    #[test]
    fn strip_prefix() {
        check(
            Edit::StripPrefix,
            &[
                ("Bearer fake-1", Some("fake-1")),
                ("bearer  fake-1", Some("fake-1")),
                ("BASIC ZmFrZQ==", Some("ZmFrZQ==")),
                ("token fake-1", Some("fake-1")),
                ("Bearer Bearer fake-1", Some("fake-1")),
                ("Authorization: Bearer fake-1", Some("fake-1")),
                ("\"Bearer fake-1\" ", Some("fake-1")),
                ("Bearer \"fake-1\"", Some("fake-1")),
                ("Bearer", None),
                ("Bearerfake", None),
                ("token of my affection", None),
                ("b\u{e4}arer fake", None),
            ],
        );
    }

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
                ("https://zendesk.com", None),
                ("..com", None),
                ("acme", None),
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
                ("xzendesk.com.zendesk.com", None),
                ("acme.zendesk.com", None),
            ],
        );
    }

    #[test]
    fn parse_json() {
        check(Edit::ParseJson, &[(" {\"a\":1} ", Some("{\"a\":1}")), ("fake", None)]);
    }

    proptest! {
        #[test]
        fn edits_never_fail_and_settle(text in r#"[ \t\n"'`a-b.:/@{}\\\u{200b}\u{201c}]{0,24}|(bearer |"){0,3}[a-c. ]{0,9}"#) {
            for kind in Edit::ALL {
                if let Some(once) = kind.apply(&text) {
                    prop_assert_ne!(&once, &text);
                    if !matches!(kind, Edit::ToSubdomain | Edit::ToUrl) {
                        prop_assert_eq!(kind.apply(&once), None, "{:?} of {:?}", kind, text);
                    }
                }
            }
        }
    }
}
