//! The claims of a JSON Web Token (RFC 7519). The signature is not checked.

use crate::text::before;

/// The claims that the hints need.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::hints) struct Claims {
    /// `exp` (RFC 7519 §4.1.4), in whole seconds since the epoch.
    pub expires: Option<u64>,
    /// `at_hash` or `c_hash` (OpenID Connect Core §3.1.3.6, §3.3.2.11).
    pub hash: bool,
    /// `nonce` (OpenID Connect Core §2).
    pub nonce: bool,
    /// `aud` (RFC 7519 §4.1.3).
    pub audience: bool,
    /// `scope`, `scp` or `client_id` (RFC 9068 §2.2; Microsoft's name for scope).
    pub access: bool,
}

/// How a token starts: `{"` in base64.
pub(in crate::hints) const START: &str = "eyJ";

/// Longer payloads are ignored.
const MAX_BYTES: usize = 64 * 1024;

/// Returns the claims of a signed token, or `None` if the value is not one. A payload that is not JSON has no claims.
pub(in crate::hints) fn claims(token: &str) -> Option<Claims> {
    if !token.starts_with(START) {
        return None;
    }
    let (_, rest) = token.split_once('.')?;
    let (payload, signature) = rest.split_once('.')?;
    if signature.contains('.') || payload.len() > MAX_BYTES {
        return None;
    }
    Some(read(&decode(payload.trim_end_matches('='))?))
}

/// Returns the text of the header, which may be cut off; `None` if the value does not start as a token.
pub(in crate::hints) fn header(token: &str) -> Option<String> {
    let header = before(token, b".");
    if !header.starts_with(START) || header.len() > MAX_BYTES {
        return None;
    }
    String::from_utf8(decode(header)?).ok()
}

/// Decodes base64url (RFC 4648 §5) without padding.
fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let (mut bits, mut held) = (0_u32, 0);
    for digit in text.bytes() {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    Some(bytes)
}

/// Reads the claims at the top level of a JSON object. An object that is cut off has none, because its last value may
/// be cut off too.
fn read(json: &[u8]) -> Claims {
    let mut claims = Claims::default();
    let mut depth = 0_u32;
    let mut rest = json;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => {
                let (text, after) = string(rest);
                let after = after.trim_ascii_start();
                if let (1, Some(value)) = (depth, after.strip_prefix(b":")) {
                    claim(&mut claims, text, value.trim_ascii_start());
                }
                rest = after;
            }
            _ => {}
        }
    }
    if depth == 0 { claims } else { Claims::default() }
}

/// Splits JSON after an opening quote into the rest of the string and what follows it.
fn string(json: &[u8]) -> (&[u8], &[u8]) {
    let mut escaped = false;
    let end = json.iter().position(|&byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    let (inside, rest) = json.split_at(end.unwrap_or(json.len()));
    (inside, rest.strip_prefix(b"\"").unwrap_or(rest))
}

fn claim(claims: &mut Claims, name: &[u8], value: &[u8]) {
    match name {
        b"exp" => claims.expires = seconds(value),
        b"at_hash" | b"c_hash" => claims.hash = true,
        b"nonce" => claims.nonce = true,
        b"aud" => claims.audience = true,
        b"scope" | b"scp" | b"client_id" => claims.access = true,
        _ => {}
    }
}

/// Returns the integer part of a number without an exponent.
fn seconds(value: &[u8]) -> Option<u64> {
    let end = value.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(value.len());
    let (digits, rest) = value.split_at_checked(end)?;
    let fraction = rest.strip_prefix(b".").unwrap_or_default();
    let tail = if fraction.is_empty() { rest } else { fraction.trim_ascii_start() };
    if digits.is_empty()
        || tail.iter().take_while(|byte| !matches!(byte, b',' | b'}')).any(|byte| matches!(byte, b'e' | b'E'))
    {
        return None;
    }
    digits.iter().try_fold(0_u64, |number, digit| number.checked_mul(10)?.checked_add(u64::from(digit - b'0')))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
pub(in crate::hints) mod tests {
    use proptest::prelude::*;

    use super::{Claims, claims, decode};

    /// Returns a token with this payload and without a signature.
    #[allow(clippy::indexing_slicing)]
    pub fn token(payload: &str) -> String {
        const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut text = String::from("eyJhbGciOiJub25lIn0.");
        for chunk in payload.as_bytes().chunks(3) {
            let bits = chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
            for index in 0..=chunk.len() {
                text.push(char::from(DIGITS[(bits >> (18 - 6 * index) & 63) as usize]));
            }
        }
        text.push('.');
        text
    }

    #[test]
    fn claims_are_read_at_the_top_level_only() {
        let read = |payload| claims(&token(payload)).unwrap();
        assert_eq!(read(r#"{"exp":1700000000}"#).expires, Some(1_700_000_000));
        assert_eq!(read(r#"{ "aud" : ["a"], "exp" : 1700000000.75 , "nonce":"n"}"#).expires, Some(1_700_000_000));
        assert!(
            read(r#"{"aud":["nonce",{"at_hash":1}],"x":{"exp":1}}"#) == Claims { audience: true, ..Claims::default() }
        );
        assert_eq!(read(r#"{"note":"\"exp\":1,","exp":2}"#).expires, Some(2));
        assert_eq!(read(r#"{"note":"exp","x":1}"#).expires, None);
        for odd in [
            r#"{"exp":"1700000000"}"#,
            r#"{"exp":-1}"#,
            r#"{"exp":1e9}"#,
            r#"{"exp":1.5e9}"#,
            r#"{"exp":99999999999999999999999}"#,
            r#"["exp",1]"#,
            "{\"exp",
            r#"{"exp":1"#,
            "",
        ] {
            assert_eq!(read(odd).expires, None, "{odd}");
        }
    }

    #[test]
    fn what_is_no_token_has_no_claims() {
        for text in ["", "eyJ", "eyJ.a", "eyJ.a.b.c", "eyJ.!.b", "abc.e30.", "eyJ.\u{e4}.x"] {
            assert_eq!(claims(text), None, "{text}");
        }
        assert_eq!(decode("ZmFrZQ").as_deref(), Some(b"fake".as_slice()));
    }

    proptest! {
        #[test]
        fn anything_can_be_read(payload in any::<String>(), text in "eyJ[A-Za-z0-9_.=-]{0,60}", json in r#"[{}\[\]",:\\0-9e.a-z]{0,40}"#) {
            claims(&token(&payload));
            claims(&token(&json));
            claims(&text);
        }
    }
}
