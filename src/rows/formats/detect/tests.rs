use super::{HEAD_BYTES, detect};
use crate::rows::{FileFormat, Unreadable};

/// Reads the head in pieces of this size until the format is found.
fn in_pieces(text: &[u8], size: usize) -> Result<Option<FileFormat>, Unreadable> {
    for end in (size..text.len()).step_by(size) {
        let found = detect(text.get(..end).unwrap_or(text), false, None)?;
        if found.is_some() {
            return Ok(found);
        }
    }
    detect(text, true, None)
}

#[test]
fn the_format_is_found_in_the_first_bytes() {
    let cases: [(FileFormat, &[&str]); 3] = [
        (
            FileFormat::Ndjson,
            &[
                "{\"slug\":\"gmail\"}\n",
                "\n\n{\"slug\":\"gmail\"",
                "{}",
                "",
                " \n",
                "{\"slug\":\"gm\n{\"slug\":\"gmail\"}\n",
                "{\"slug\":\"gmail\",\n{\"slug\":\"gmail\"}\n",
                "{\"a\":\"[\\\"{\"}\n{}",
                "x\n{}\n",
                "x\r\n\t{}\n",
                "# a\n{\"slug\":\"gmail\"}\n",
                "slug: a\n{}\n",
            ],
        ),
        (
            FileFormat::Json,
            &[
                "[",
                " \n[{}]",
                "{\n\"slug\": \"gmail\"\n}",
                "{\r\n\"slug\": \"gmail\"\r\n}",
                "{\"slug\":\"gmail\",\n\"auth_object\":\n{}}",
                "{ \"auth_object\":\n{ } }",
                "{ \"auth_object\": \n\n{ } }",
                "{ \"list\": [\n{ } ] }",
                "{\"data\":[{\"slug\":\"gmail\"}]}\n",
                "{\"data\":[{\"slug\":\"gmail\"},\n{\"slug\":\"gmail\"}]}",
                "[true]",
                "// a\n/* b\n */ [\n",
                "# a\n{\n\"slug\": \"gmail\"\n}",
            ],
        ),
        (
            FileFormat::Csv,
            &[
                "slug",
                "slug,a\n",
                "\n\"a\";\"slug\"\r\n",
                "a\tslug\n",
                "Slug,auth_type\n",
                "sep=;\nslug;a\n",
                "\"sep=,\"\rslug,a",
            ],
        ),
    ];
    for (format, texts) in cases {
        for text in texts {
            for size in [1, 2, 100] {
                assert_eq!(in_pieces(text.as_bytes(), size), Ok(Some(format)), "{text:?}");
            }
        }
    }
}

#[test]
fn the_fallback_is_for_a_head_that_does_not_tell() {
    assert_eq!(detect(b"Dear all,\nhello\n", true, None), Err(Unreadable::NoFormat));
    assert_eq!(detect(b"Dear all,\nhello\n", false, None), Ok(None));
    assert_eq!(detect(b"Dear all,\nhello\n", false, Some(FileFormat::Csv)), Ok(Some(FileFormat::Csv)));
    assert_eq!(detect(b"{\"slug\":1}\n", false, Some(FileFormat::Csv)), Ok(Some(FileFormat::Ndjson)));
}

#[test]
fn a_head_is_always_enough() {
    for (start, found) in [
        ("{\"slug\":\"", Ok(Some(FileFormat::Ndjson))),
        ("[", Ok(Some(FileFormat::Json))),
        ("slug,", Ok(Some(FileFormat::Csv))),
        ("x", Err(Unreadable::NoFormat)),
        ("x\n", Err(Unreadable::NoFormat)),
        ("{\n", Ok(Some(FileFormat::Json))),
        (" ", Ok(Some(FileFormat::Ndjson))),
    ] {
        let fill = if start == " " { " " } else { "a" };
        let head = format!("{start}{}", fill.repeat(HEAD_BYTES - start.len()));
        assert_eq!(detect(head.as_bytes(), false, None), found, "{start}");
        assert_eq!(detect(format!("{head}\n\n").as_bytes(), false, None), found, "{start}");
    }
}

#[test]
fn a_line_of_brackets_is_read_once() {
    for line in ["{".repeat(HEAD_BYTES), "{[".repeat(HEAD_BYTES / 2), "{\"".repeat(HEAD_BYTES / 2)] {
        assert_eq!(detect(line.as_bytes(), true, None), Ok(Some(FileFormat::Ndjson)));
    }
}

#[test]
fn other_formats_say_what_to_do() {
    for (head, verb) in [
        (&b"PK\x03\x04\x14\0"[..], "is a zip archive or a spreadsheet. Unpack it, or save the sheet as CSV (UTF-8)."),
        (b"\xD0\xCF\x11\xE0\xA1\xB1", "Save the sheet"),
        (b"\x1F\x8B\x08\0\0\0", "is compressed with gzip. Unpack it."),
        (b"\x28\xB5\x2F\xFD\0\0", "zstd"),
        (b"BZh91A", "bzip2"),
        (b"\xFD7zXZ\0", "xz"),
        (b"PAR1\x15\x04", "Parquet"),
        (b"SQLite format 3\0\x10", "SQLite"),
        (b"%PDF-1.7\n\n", "PDF"),
        (b"ARROW1\0\0", "Arrow"),
        (b"\x01fake\n{}\n", "is not text"),
        (b"fake\xFF\n{}\n", "is not text"),
    ] {
        for size in 1..head.len() {
            let error = in_pieces(head, size).unwrap_err();
            assert!(matches!(error, Unreadable::Binary { .. }));
            assert!(error.to_string().contains(verb), "{error}");
        }
    }
}

#[test]
fn utf_16_is_found_with_and_without_a_mark() {
    let row = "{\"slug\":\"gmail\"}\n[\n";
    let little = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
    for text in [row, "slug,a\n", "\n\n{}", "\u{feff}{}"] {
        for bytes in [little(text), big(text)] {
            for size in 1..8 {
                assert_eq!(in_pieces(&bytes, size), Err(Unreadable::Utf16), "{text:?}");
            }
        }
    }
}

#[test]
fn other_text_is_named() {
    for (text, words) in [
        ("<!DOCTYPE html>\n<html>", "HTML"),
        ("[default]\naws_access_key_id = fake\n", "INI"),
        ("# accounts\nTOKEN=fake\nB=\n", "NAME=value"),
        ("slug: hubspot\naccount: a\n", "YAML"),
        ("--\n-- dump\n--\n", "SQL"),
    ] {
        for size in 1..text.len() {
            let error = in_pieces(text.as_bytes(), size).unwrap_err();
            assert!(matches!(error, Unreadable::OtherFormat { .. }));
            assert!(error.to_string().contains(words), "{error}");
        }
        for fallback in [FileFormat::Csv, FileFormat::Ndjson, FileFormat::Json] {
            assert!(detect(text.as_bytes(), true, Some(fallback)).is_err(), "{text}");
        }
    }
}
