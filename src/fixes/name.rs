//! The name before a value, from a file of variables, a script, a header or JSON: `API_KEY=…`, `X-Api-Key: …`.

use super::private_key::is_private_key;
use super::quotes::unquoted;
use super::whitespace::trimmed;
use crate::text::{has_space, starts_with_ignore_case};

/// What may be before a name.
const BEFORE: [&str; 8] = ["export ", "set ", "const ", "let ", "var ", "$env:", "- ", "-H "];

/// More names are before no value that a person pasted. Each one takes time for the whole value.
const MOST_NAMES: usize = 8;

/// Splits an [`unquoted`] value into the last name before it and the value. The value is one word.
pub fn unnamed(inner: &str) -> Option<(&str, &str)> {
    let mut found = None;
    let mut rest = inner;
    let mut count = 0;
    while let Some((name, value)) = split(rest) {
        count += 1;
        if count > MOST_NAMES {
            return None;
        }
        found = Some(name);
        rest = value;
    }
    Some((found?, rest)).filter(|_| !is_private_key(inner))
}

fn split(text: &str) -> Option<(&str, &str)> {
    let text = BEFORE.iter().find_map(|before| text.strip_prefix(before)).map_or(text, trimmed);
    let text = unquoted(text).unwrap_or(text);
    let at = text.bytes().position(|byte| matches!(byte, b'=' | b':'))?;
    let (left, right) = text.split_at_checked(at)?;
    let is_header = right.starts_with(':');
    let right = right.get(1..)?;
    let (name, is_quoted) = match unquoted(left.trim_end()) {
        Some(name) => (name, true),
        None => (left.trim_end(), false),
    };
    // A colon without a space may be inside a value, such as a user name and a password.
    let is_apart = !is_header || is_quoted || right.starts_with(' ') || starts_with_ignore_case(name, "x-");
    let value = trimmed(right);
    let value = unquoted(value).unwrap_or(value);
    // The padding of base64 follows the value.
    let is_value = !value.trim_matches('=').is_empty() && !has_space(value);
    (is_apart && is_name(name, is_header) && is_value).then_some((name, value))
}

/// Returns `true` for the name of a variable or header. A label, which is only before a colon, may have spaces.
fn is_name(name: &str, may_have_spaces: bool) -> bool {
    const LONGEST_BYTES: usize = 40;
    let is_usual = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte) || may_have_spaces && byte == b' ';
    name.len() <= LONGEST_BYTES
        && name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(is_usual)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::fixes::Edit;
    use crate::fixes::tests::check;

    #[test]
    fn strip_name() {
        check(
            Edit::StripName,
            &[
                ("API_KEY=fake-1", Some("fake-1")),
                ("export API_KEY=\"fake-1\"", Some("fake-1")),
                ("$env:API_KEY = 'fake-1'", Some("fake-1")),
                ("const apiKey = \"fake-1\"", Some("fake-1")),
                ("X-Api-Key: fake-1", Some("fake-1")),
                ("\"X-Api-Key: fake-1\"", Some("fake-1")),
                ("\"api_key\":\"fake-1\"", Some("fake-1")),
                ("x-api-key:fake-1", Some("fake-1")),
                ("-H 'X-Api-Key: fake-1'", Some("fake-1")),
                ("API Key: fake-1", Some("fake-1")),
                ("API_KEY=ZmFrZQ==", Some("ZmFrZQ==")),
                ("A=B=fake", Some("fake")),
                ("A=B=C=D=E=F=G=H=fake", Some("fake")),
                ("A=B=C=D=E=F=G=H=I=fake", None),
                ("abc==", None),
                ("abc=", None),
                ("apikey:fake-1", None),
                ("https://acme.example/?a=b", None),
                ("API_KEY=", None),
                ("my secret = fake", None),
                ("API_KEY=fake 1", None),
                ("fake-1", None),
            ],
        );
    }
}
