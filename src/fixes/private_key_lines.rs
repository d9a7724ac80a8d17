//! The line breaks of a private key in PEM (RFC 7468), which environment files and form fields change: `\n` as two
//! characters, or the whole key on one line.

use crate::text::{contains, find};

/// How a private key lost its line breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// They are written as `\n`, `\r\n` or `\\n`.
    Escaped,
    /// The BEGIN or the END line is not a line of its own.
    OneLine,
}

impl LineFault {
    /// Returns the fault of the private key in a value.
    pub fn of(value: &str) -> Option<Self> {
        Pem::in_value(value)?.fault()
    }
}

/// Returns `true` if a value contains a private key from its BEGIN to its END line.
pub fn has_whole_key(value: &str) -> bool {
    Pem::in_value(value).is_some()
}

/// Longer lines are wrapped. OpenSSL reads them, but not every library does.
const MAX_LINE_CHARS: usize = 76;

/// Returns a private key with its line breaks, or `None` if it has them or if they are not certain: only the base64
/// data of a key without headers can be wrapped anew.
pub fn restored(value: &str) -> Option<String> {
    let pem = Pem::in_value(value)?;
    let fault = pem.fault()?;
    let (body, after) = (unescaped(pem.body)?, unescaped(pem.after)?);
    if !pem.before.is_empty() || !after.trim().is_empty() {
        return None;
    }
    let is_open_ssh = pem.label.starts_with("OPENSSH");
    let lines = match (contains(&body, ":"), fault) {
        (false, _) => wrapped(&body, if is_open_ssh { 70 } else { 64 })?,
        (true, LineFault::Escaped) => body.trim().lines().map(str::trim).collect::<Vec<_>>().join("\n"),
        (true, LineFault::OneLine) => return None,
    };
    // Some readers reject an OpenSSH key without its last line break.
    let end = if is_open_ssh || !after.is_empty() { "\n" } else { "" };
    let label = pem.label;
    Some(format!("-----BEGIN {label}-----\n{lines}\n-----END {label}-----{end}"))
}

/// A private key and what is around it.
struct Pem<'a> {
    before: &'a str,
    /// For example `RSA PRIVATE KEY`.
    label: &'a str,
    body: &'a str,
    after: &'a str,
}

impl<'a> Pem<'a> {
    fn in_value(value: &'a str) -> Option<Self> {
        const BEGIN: &str = "-----BEGIN ";
        let mut start = 0;
        loop {
            let begin = start + find(value.get(start..)?, BEGIN)?;
            start = begin + BEGIN.len();
            let rest = value.get(start..)?;
            let (label, rest) = rest.split_at_checked(find(rest, "-----")?)?;
            let end = format!("-----END {label}-----");
            if label.ends_with("PRIVATE KEY") {
                let rest = rest.get("-----".len()..)?;
                let (body, after) = rest.split_at_checked(find(rest, &end)?)?;
                return Some(Self { before: value.get(..begin)?, label, body, after: after.get(end.len()..)? });
            }
        }
    }

    fn fault(&self) -> Option<LineFault> {
        let is_blank = |character: char| matches!(character, ' ' | '\t');
        let is_break = |byte: Option<&u8>| matches!(byte, Some(b'\n' | b'\r'));
        let lines = self.body.trim_matches(is_blank).as_bytes();
        if self.body.contains('\\') {
            Some(LineFault::Escaped)
        } else {
            (!is_break(lines.first()) || !is_break(lines.last())).then_some(LineFault::OneLine)
        }
    }
}

/// Returns a string with line breaks for escaped ones. `None` if a backslash means something else.
fn unescaped(escaped: &str) -> Option<String> {
    let mut text = String::with_capacity(escaped.len());
    let mut rest = escaped;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let mut following = after.trim_start_matches('\\').chars();
        text.push(match following.next()? {
            'n' => '\n',
            'r' => '\r',
            _ => return None,
        });
        rest = following.as_str();
    }
    text.push_str(rest);
    Some(text)
}

/// Returns base64 data with a line break for its white space, and long lines wrapped. `None` if it is something else.
fn wrapped(data: &str, width: usize) -> Option<String> {
    let mut lines: Vec<&str> = Vec::new();
    // Lines that are known stay as they are, if libraries read them.
    let max = if data.split_whitespace().nth(1).is_none() { width } else { MAX_LINE_CHARS };
    for mut word in data.split_whitespace() {
        let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
        if !word.bytes().all(is_base64) {
            return None;
        }
        while word.len() > max {
            let (line, rest) = word.split_at_checked(width)?;
            lines.push(line);
            word = rest;
        }
        lines.push(word);
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::LineFault;
    use crate::fixes::Edit;
    use crate::fixes::tests::check;

    fn key(kind: &str, lines: &[&str], line_break: &str) -> String {
        let begin = format!("-----BEGIN {kind}PRIVATE KEY-----");
        let end = format!("-----END {kind}PRIVATE KEY-----");
        [&[begin.as_str()], lines, &[&end]].concat().join(line_break)
    }

    #[test]
    fn escaped_line_breaks_are_restored() {
        let lines = ["MIIEFAKE".repeat(8), "FAKE".repeat(16), "FA==".into()];
        let lines = lines.each_ref().map(String::as_str);
        for kind in ["", "RSA ", "EC ", "ENCRYPTED "] {
            let restored = key(kind, &lines, "\n");
            for line_break in ["\\n", "\\r\\n", "\\\\n", "\\\\r\\\\n", "\\n\n"] {
                let escaped = key(kind, &lines, line_break);
                assert_eq!(LineFault::of(&escaped), Some(LineFault::Escaped));
                check(Edit::RestoreLines, &[(&escaped, Some(&restored)), (&format!("\"{escaped}\""), Some(&restored))]);
                check(Edit::RestoreLines, &[(&[&escaped, line_break].concat(), Some(&[&restored, "\n"].concat()))]);
            }
        }
    }

    #[test]
    fn headers_keep_their_blank_line() {
        let lines = ["Proc-Type: 4,ENCRYPTED", "DEK-Info: AES-128-CBC,00", "", "MIIEFAKE", "FA=="];
        let restored = key("RSA ", &lines, "\n");
        check(Edit::RestoreLines, &[(&key("RSA ", &lines, "\\n"), Some(&restored)), (&restored, None)]);
        check(Edit::RestoreLines, &[(&key("RSA ", &lines, "\\r\\n"), Some(&restored))]);
        check(Edit::RestoreLines, &[(&key("RSA ", &lines, " "), None), (&key("RSA ", &lines, ""), None)]);
    }

    #[test]
    fn one_line_is_wrapped() {
        let data = "MIIEFAKE".repeat(20);
        let lines: Vec<_> = [&data[..64], &data[64..128], &data[128..]].to_vec();
        let restored = key("", &lines, "\n");
        for line_break in ["", " ", "  ", "\t"] {
            let flat = key("", &lines, line_break);
            assert_eq!(LineFault::of(&flat), Some(LineFault::OneLine));
            check(Edit::RestoreLines, &[(&flat, Some(&restored))]);
        }
        let flat = key("OPENSSH ", &[&data], "");
        let lines = [&data[..70], &data[70..140], &data[140..]];
        check(Edit::RestoreLines, &[(&flat, Some(&[&key("OPENSSH ", &lines, "\n"), "\n"].concat()))]);
    }

    #[test]
    fn a_key_that_libraries_read_stays_as_it_is() {
        let data = "MIIEFAKE".repeat(40);
        for line_break in ["\n", "\r\n", "\n\n", "\n "] {
            for lines in [vec!["MIIEFAKE", "FA=="], vec![data.as_str()]] {
                let whole = key("", &lines, line_break);
                let stays = if line_break == "\n " { LineFault::of(&whole) } else { None };
                assert_eq!(LineFault::of(&whole), stays);
                check(Edit::RestoreLines, &[(&key("", &lines, line_break.trim_end_matches(' ')), None)]);
            }
        }
    }

    #[test]
    fn doubtful_keys_stay_as_they_are() {
        for body in ["MII\\xFAKE", "", "MII*FAKE", "MII\\"] {
            check(Edit::RestoreLines, &[(&key("", &[body], ""), None)]);
        }
        let flat = key("", &["MIIEFAKE"], "");
        check(
            Edit::RestoreLines,
            &[
                (&["Bag Attributes ", &flat].concat(), None),
                (&flat.repeat(2), None),
                ("-----BEGIN PRIVATE KEY-----MIIEFAKE", None),
                ("-----BEGIN CERTIFICATE-----MIIEFAKE-----END CERTIFICATE-----", None),
            ],
        );
    }
}
