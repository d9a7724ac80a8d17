//! Warns about what a database or a spreadsheet writes in the place of a value (`\N`, `n/a`, `#REF!`, `########`,
//! `1.23457E+11`), and about the marks with which a spreadsheet keeps text (`'000123`, `="000123"`). A value that is lost
//! has no fix. The fix removes the mark of a text if a number remains, or a known format of the field: a secret may
//! really start with an apostrophe.
//!
//! In an auth_object most words for a missing value, such as `NULL`, are placeholders.

use super::support::byte_class::ByteClass;
use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::catalog::Address;
use crate::fixes::{Edit, unmarked};
use crate::verdict::{HintCode, HintVariant};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::ExportMark,
    title: "A value was lost or marked in a database or spreadsheet",
    what: "The value is something that a database or a spreadsheet wrote in its place, or it has the mark with which a spreadsheet keeps text.",
    why: "Files for a migration are exported from databases and edited in spreadsheets. A program that reads the file takes the mark for the value.",
    todo: "Export the file again with the column formatted as text, or remove the mark. The fix removes it if a number or a known format of the field remains.",
    source: "PostgreSQL's `COPY` and MySQL's `SELECT … INTO OUTFILE` write `\\N` for a missing value. The errors are those of Excel, LibreOffice and Google Sheets.",
    variants: &[
        (HintVariant::Null, "There is no value, such as `\\N` or `n/a`."),
        (
            HintVariant::Error,
            "The value is an error of a spreadsheet, such as `#REF!`, or `####` from a cell that was too narrow.",
        ),
        (
            HintVariant::Rounded,
            "The value is a number in scientific notation, such as `1.23457E+11`. Its last digits are lost.",
        ),
        (HintVariant::TextMark, "The value starts with `'` or is inside `=\"…\"`, which marks text in a spreadsheet."),
    ],
};

/// A missing value in MySQL's and PostgreSQL's exports.
const NULL: &str = "\\N";

/// A missing value as people write it, in any case.
const NOT_AVAILABLE: &str = "n/a";

/// A missing value in a table that people read.
const DASHES: [&str; 4] = ["-", "--", "\u{2013}", "\u{2014}"];

/// A missing value as database clients and programs write it.
const NO_VALUE: [&str; 8] = ["NULL", "null", "(null)", "[NULL]", "[null]", "<null>", "<NULL>", "None"];

/// The errors of Excel, LibreOffice and Google Sheets, in English and German.
const ERRORS: [&str; 14] = [
    "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#N/A", "#ERROR!", "#SPILL!", "#CALC!", "#BEZUG!",
    "#WERT!", "#ZAHL!", "#NV",
];

/// Checks for a value that is lost.
pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let text = candidate.core;
    let is_no_option = || candidate.field().is_none_or(|field| !field.options.contains(&text));
    let may_be_missing = || {
        let is_word = !candidate.secret() && text.eq_ignore_ascii_case(NOT_AVAILABLE);
        !candidate.is_password() && (is_word || DASHES.contains(&text)) && is_no_option()
    };
    let variant = lost(text).or_else(|| may_be_missing().then_some(HintVariant::Null));
    Some(template(variant?).fix(Fix::None))
}

/// Checks for the mark of a text. A name may start with an apostrophe (`'s-Hertogenbosch`).
pub(super) fn check_text(candidate: &Candidate<'_>) -> Option<Template> {
    let is_no_name = candidate.secret()
        || candidate
            .field()
            .is_some_and(|field| candidate.classes.has(ByteClass::DIGIT) || field.address != Address::None);
    if !is_no_name || candidate.is_password() {
        return None;
    }
    let text = unmarked(candidate.core)?;
    let is_number = !candidate.secret() && text.bytes().all(|byte| byte.is_ascii_digit());
    let fix = if is_number || candidate.is_known(text) { Fix::Edits(vec![Edit::StripTextMark]) } else { Fix::None };
    Some(template(HintVariant::TextMark).fix(fix))
}

/// Checks an account ID, which has all of these marks.
pub(super) fn check_account(id: &str) -> Option<Template> {
    Some(template(
        if [&NO_VALUE[..], &DASHES].iter().any(|words| words.contains(&id)) || id.eq_ignore_ascii_case(NOT_AVAILABLE) {
            HintVariant::Null
        } else if unmarked(id).is_some() && id.bytes().any(|byte| byte.is_ascii_digit()) {
            HintVariant::TextMark
        } else {
            lost(id)?
        },
    ))
}

/// Returns `true` if a value may be an error or a rounded number. The other marks have a character that needs the full
/// check, or are words of `placeholder`.
pub(super) fn may_be(value: &[u8]) -> bool {
    value.starts_with(b"#") || value == b"-" || value == b"--" || is_rounded(value)
}

fn template(variant: HintVariant) -> Template {
    let help = match variant {
        HintVariant::Error => {
            "This is an error of a spreadsheet, or a cell that was too narrow to show its value. Copy the value from where it was created."
        }
        HintVariant::Rounded => {
            "A spreadsheet rounded this number, so its last digits are lost. Format the column as text, enter the value again, and export it again."
        }
        HintVariant::TextMark => {
            "A spreadsheet marks text with ' before it or =\"…\" around it. Remove this mark from the value."
        }
        _ => "A database or a spreadsheet writes this if there is no value. Enter the value, or leave it out.",
    };
    Template::variant(HintCode::ExportMark, variant, help)
}

fn lost(text: &str) -> Option<HintVariant> {
    if text == NULL {
        Some(HintVariant::Null)
    } else if is_error(text) {
        Some(HintVariant::Error)
    } else {
        is_rounded(text.as_bytes()).then_some(HintVariant::Rounded)
    }
}

/// Returns `true` for an error, and for the `####` of a cell that is too narrow.
fn is_error(text: &str) -> bool {
    const LEAST: usize = 4;
    text.starts_with('#') && (ERRORS.contains(&text) || text.len() >= LEAST && text.bytes().all(|byte| byte == b'#'))
}

/// Returns `true` for a number in scientific notation: `1.23457E+11`, `1,23457E+11`, `1e+21`.
fn is_rounded(text: &[u8]) -> bool {
    let [b'0'..=b'9', rest @ ..] = text else {
        return false;
    };
    let are_digits = |digits: &[u8]| digits.iter().all(u8::is_ascii_digit);
    let (rest, has_fraction) = match rest {
        [b'.' | b',', fraction @ ..] => (fraction, true),
        _ => (rest, false),
    };
    let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    has_fraction == (length > 0)
        && matches!(rest.get(length..), Some([b'E' | b'e', b'+', exponent @ ..]) if matches!(exponent.len(), 2 | 3) && are_digits(exponent))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::check_account;
    use crate::hints::support::tests::{assert_fixed, noticed, silent};
    use crate::verdict::HintCode::ExportMark;
    use crate::verdict::HintVariant::{self, Error, Null, Rounded, TextMark};

    fn variant(app: &str, key: &str, value: &str) -> Option<HintVariant> {
        noticed(ExportMark, app, key, value).inspect(|hint| assert!(hint.fix.is_empty(), "{value:?}"))?.variant
    }

    const ANYWHERE: [(HintVariant, &[&str]); 3] = [
        (Null, &["\\N"]),
        (Error, &["#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#N/A", "#NV", "####", "############"]),
        (Rounded, &["1.23457E+11", "1,23457E+11", "9.13E+15", "1E+11", "1.5e+100", "1.2345678901234568e+21"]),
    ];

    #[test]
    fn lost_values_are_noticed_in_every_field() {
        for (expected, values) in ANYWHERE {
            for value in values {
                for (app, key) in
                    [("ashby", "api_key"), ("mysql", "password"), ("shopify", "store_name"), ("odoo", "url")]
                {
                    assert_eq!(variant(app, key, value), Some(expected), "{key}: {value:?}");
                }
                assert_eq!(check_account(value).and_then(|hint| hint.variant), Some(expected), "{value:?}");
            }
        }
        assert_eq!(variant("ashby", "api_key", " \"\\N\" "), Some(Null));
        for value in ["n/a", "N/A", "-", "--", "\u{2014}"] {
            assert_eq!(variant("shopify", "store_name", value), Some(Null));
        }
        assert_eq!(variant("ashby", "api_key", "-"), Some(Null));
    }

    #[test]
    fn marks_of_text_are_noticed() {
        for value in ["'000123", "=\"000123\"", "'fake-token"] {
            assert_eq!(variant("ashby", "api_key", value), Some(TextMark), "{value:?}");
        }
        assert_eq!(variant("odoo", "url", "'https://acme.example.com"), Some(TextMark));
    }

    #[test]
    fn a_mark_is_removed_if_a_number_or_a_known_format_remains() {
        assert_fixed(ExportMark, "netsuite", "account_id", "=\"1234567\"", "1234567");
        assert_fixed(ExportMark, "shopify", "store_name", "'acme", "acme");
        assert_fixed(ExportMark, "harvest", "account_id", "'000123", "000123");
        let token = "pat-na1-00000001-0000-4000-8000-000000000001";
        assert_fixed(ExportMark, "hubspot", "access_token", &["'", token].concat(), token);
    }

    #[test]
    fn good_values_are_silent() {
        let near = [
            "fake-1",
            "\\n",
            "\\NN",
            "N",
            "#REF",
            "REF!",
            "#ref!",
            "#1",
            "###",
            "####1",
            "1.5E+1",
            "1.5E+1000",
            "12E+11",
            "1.E+11",
            "1.5E-11",
            "1.5E11",
            "1.5E+11=",
            "a1.5E+11",
            "1.5E+1a",
            "AbE+11e+12/34==",
        ];
        for (app, key) in [("ashby", "api_key"), ("mysql", "password"), ("mysql", "user")] {
            silent(ExportMark, app, key, &near);
        }
        silent(
            ExportMark,
            "ashby",
            "api_key",
            &["fake'1", "fake'", "'", "''", "'fa'ke", "'fake'", "=\"\"", "=\"fake", "=fake="],
        );
        silent(ExportMark, "mysql", "password", &["'fake1", "=\"fake1\"", "n/a", "(null)", "None", "'1", "-"]);
        silent(ExportMark, "mysql", "user", &["None", "none", "nil", "'s-Hertogenbosch", "o'neil1"]);
    }
}
