//! Text files that are neither JSON nor CSV, by their first line.

use crate::text::starts_with_ignore_case;

/// Another format, and what to do.
pub(super) struct OtherFormat {
    pub what: &'static str,
    /// Whether the first line shows it. Otherwise only the first line may be broken.
    pub is_sure: bool,
}

const YAML: &str = "is YAML. Convert it to JSON.";
const CODE: &str = "is program code. Let the program write its data as JSON.";
const SQL: &str = "is SQL. Export the table as CSV (UTF-8) or NDJSON.";

/// Lines that start like this, in any case, and no row does.
const STARTS: [(&str, bool, &str); 21] = [
    ("<?php", true, CODE),
    (
        "<!doctype html",
        true,
        "is an HTML page. Perhaps an error or a login page was saved instead of the data. Download the data again.",
    ),
    (
        "<html",
        true,
        "is an HTML page. Perhaps an error or a login page was saved instead of the data. Download the data again.",
    ),
    ("<", true, "is XML. Export the data as JSON or CSV."),
    ("HTTP/", true, "starts with the headers of an HTTP response. Save its body only."),
    ("-----BEGIN ", true, "is a key in PEM format. Put it into a field of a row."),
    ("export default ", true, CODE),
    ("module.exports", true, CODE),
    ("#!/", true, CODE),
    ("%YAML", true, YAML),
    ("--- ", true, YAML),
    ("- ", false, YAML),
    ("-- ", false, SQL),
    ("INSERT INTO ", false, SQL),
    ("CREATE TABLE ", false, SQL),
    ("DROP TABLE ", false, SQL),
    ("COPY ", false, SQL),
    ("/*!", false, SQL),
    ("const ", false, CODE),
    ("let ", false, CODE),
    ("import ", false, CODE),
];

/// Returns the format of a file that starts with this line, if it is a known one that has no rows.
pub(super) fn other_format(line: &[u8]) -> Option<OtherFormat> {
    let line = line.trim_ascii();
    if matches!(line, b"---") {
        return Some(OtherFormat { what: YAML, is_sure: true });
    }
    if matches!(line, b"--") {
        return Some(OtherFormat { what: SQL, is_sure: false });
    }
    if let Some((_, is_sure, what)) = STARTS.iter().find(|(start, ..)| starts_with_ignore_case(line, start)) {
        return Some(OtherFormat { what, is_sure: *is_sure });
    }
    let name = line.strip_prefix(b"export ").unwrap_or(line);
    let length = name.iter().position(|byte| !is_name(*byte)).filter(|length| *length > 0)?;
    let (_, after) = name.split_at_checked(length)?;
    match (after.trim_ascii_start(), line.last()) {
        // `rows = [`
        ([b'=', ..], Some(b'[' | b'{' | b'(')) => Some(OtherFormat { what: CODE, is_sure: true }),
        ([b'=', ..], _) => Some(OtherFormat {
            what: "has NAME=value lines, as .env does. Write a row for each linked account: JSON, or CSV with the columns slug, linked_account_id and the fields.",
            is_sure: false,
        }),
        ([b':'] | [b':', b' ' | b'\t', ..], _) => Some(OtherFormat { what: YAML, is_sure: false }),
        _ => None,
    }
}

/// Returns `true` for the line `[section]`, which is not an array of JSON.
pub(super) fn is_section(line: &[u8]) -> bool {
    let name = line.trim_ascii().strip_prefix(b"[").and_then(|line| line.strip_suffix(b"]"));
    name.is_some_and(|name| {
        name.first().is_some_and(u8::is_ascii_alphabetic)
            && name.iter().all(|byte| is_name(*byte) || matches!(byte, b' ' | b':' | b'"'))
            && !matches!(name, b"true" | b"false" | b"null")
    })
}

/// What to do with a file that has sections.
pub(super) const INI: &str = "is an INI or TOML file. Write its data as JSON or CSV.";

const fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}

/// Returns `true` if a line is UTF-8 and has no control character that no text has.
pub(super) fn is_text(line: &[u8]) -> bool {
    let is_binary = |byte: &u8| byte.is_ascii_control() && !byte.is_ascii_whitespace() && *byte != 0x1B;
    !line.iter().any(is_binary) && str::from_utf8(line).is_ok()
}

/// What to do with a file that is not text.
pub(super) const NOT_TEXT: &str = "is not text, or in an unknown encoding. Export the data as CSV (UTF-8) or NDJSON.";

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{is_section, is_text, other_format};

    #[test]
    fn other_formats_are_named() {
        for (line, words) in [
            ("<!DOCTYPE html>", "HTML"),
            ("<HTML lang=\"en\">", "HTML"),
            ("<?xml version=\"1.0\"?>", "XML"),
            ("<?php", "code"),
            ("HTTP/2 200", "HTTP response"),
            ("-----BEGIN PRIVATE KEY-----", "PEM"),
            ("---", "YAML"),
            ("- slug: hubspot", "YAML"),
            ("accounts:", "YAML"),
            ("slug: hubspot", "YAML"),
            ("-- PostgreSQL database dump", "SQL"),
            ("--", "SQL"),
            ("insert into tokens values ('fake')", "SQL"),
            ("HUBSPOT_TOKEN=fake", "NAME=value"),
            ("export HUBSPOT_TOKEN='fake'", "NAME=value"),
            ("hubspot.token = fake", "NAME=value"),
            ("rows = [", "code"),
            ("export default [", "code"),
            ("const rows = [", "code"),
            ("#!/usr/bin/env node", "code"),
        ] {
            let found = other_format(line.as_bytes()).map_or("", |found| found.what);
            assert!(found.contains(words), "{line}: {found}");
        }
    }

    #[test]
    fn binary_lines_are_not_text() {
        assert!(is_text("f\u{e4}ke\t\u{1b}[1m".as_bytes()));
        for line in [&b"\x01\x02fake"[..], b"fake \xFF", b"fa\0ke"] {
            assert!(!is_text(line), "{line:?}");
        }
    }

    #[test]
    fn headers_and_words_are_not() {
        for line in ["", "a,b", "provider;token", "a\tb", "hello", "Dear all,", "slug,a=b", "=", ":", "a b: c", "http"]
        {
            assert!(other_format(line.as_bytes()).is_none(), "{line}");
        }
    }

    #[test]
    fn sections_are_not_arrays() {
        for line in ["[default]", "[profile one]", "[a.b] "] {
            assert!(is_section(line.as_bytes()), "{line}");
        }
        for line in ["[", "[]", "[1]", "[true]", "[null]", "[{}]", "[a", "[\"a\"]", "[a,b]"] {
            assert!(!is_section(line.as_bytes()), "{line}");
        }
    }
}
