//! The hints about an account ID, in the header `linked_account_id` or in a row: a placeholder, a mark of a database or a
//! spreadsheet, white space around it, and characters that no HTTP header can carry. There is no fix, because only the
//! caller knows the accounts.

use std::borrow::Cow;

use super::support::byte_class::ByteClass;
use super::support::candidate::Candidate;
use super::support::hint_input::{HintInput, HintValue};
use super::support::hint_kind::HintKind;
use super::support::prefilter::is_ordinary_id;
use super::support::template::Template;
use super::{export_mark, outer_whitespace, placeholder, secret_reference};
use crate::verdict::{Hint, HintCode, Path};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::HeaderCharacters,
    title: "An HTTP header cannot carry the account ID",
    what: "The `linked_account_id` contains a line break, another control character, or a character beyond U+00FF.",
    why: "The ID is sent in an HTTP header. Most clients throw an error for such a value, and others change it.",
    todo: "Use an ID of ASCII letters, digits and punctuation.",
    source: "RFC 9110, section 5.5; the Fetch standard: a header value is a byte sequence without 0x00, 0x0A and 0x0D.",
    variants: &[],
};

const NAME: &str = "linked_account_id";

/// Returns the hint about an account ID at this path. A blank ID has none: rule 2 rejects it.
pub fn check(id: &str, path: Path) -> Option<Hint> {
    let core = id.trim();
    if core.is_empty() || is_ordinary_id(id.as_bytes()) {
        return None;
    }
    let Template { code, variant, help, about, .. } = find(id, core)?;
    Some(Hint { code, variant, path, help, about, fix: Vec::new() })
}

fn find(id: &str, core: &str) -> Option<Template> {
    let value = HintValue { key: Cow::Borrowed(NAME), field: None, text: Cow::Borrowed(id) };
    let input = HintInput { app: None, auth_type: None, root: Vec::new(), values: &[], environment: None, now: 0 };
    let candidate = &Candidate::new(&input, &value, core, ByteClass::of(id.as_bytes()));
    export_mark::check_account(core)
        .or_else(|| if is_guid(core) { None } else { placeholder::check(candidate) })
        .or_else(|| secret_reference::check(candidate))
        .or_else(|| has_odd(core).then(odd))
        .or_else(|| outer_whitespace::check(candidate))
}

/// Returns `true` for a UUID in braces, as Microsoft writes it.
fn is_guid(id: &str) -> bool {
    id.len() == 38 && id.bytes().all(|byte| byte.is_ascii_hexdigit() || b"{-}".contains(&byte))
}

/// Returns `true` if an ID has a character that no header can carry. White space around it is another hint.
fn has_odd(core: &str) -> bool {
    core.chars().any(|character| character > '\u{ff}' || character.is_control() && character != '\t')
}

fn odd() -> Template {
    let help = "An HTTP header cannot carry this ID. Use an ID of ASCII letters, digits and punctuation.";
    Template::new(HintCode::HeaderCharacters, help)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::{check, find};
    use crate::hints::support::prefilter::is_ordinary_id;
    use crate::verdict::HintCode::{self, ExportMark, HeaderCharacters, OuterWhitespace, Placeholder};

    fn code(id: &str) -> Option<HintCode> {
        let hint = check(id, vec!["linked_account_id".into()])?;
        assert!(hint.fix.is_empty() && hint.path == ["linked_account_id"], "{id:?}");
        Some(hint.code)
    }

    #[test]
    fn no_id_at_all_is_noticed() {
        for id in [
            "YOUR_ACCOUNT_ID",
            "your-company",
            "{{customer.id}}",
            "{{ id }}",
            "${ACCOUNT_ID}",
            "<account>",
            "undefined",
            "NaN",
            "[object Object]",
            "xxxx",
            "changeme",
            "linked_account_id",
            "00000000-0000-0000-0000-000000000000",
            "{{ $secrets.account }}",
        ] {
            assert_eq!(code(id), Some(Placeholder), "{id:?}");
        }
        for id in [
            "NULL",
            "null",
            "(null)",
            "[NULL]",
            "<null>",
            "N/A",
            "None",
            "\\N",
            "#REF!",
            "#N/A",
            "-",
            "1.23457E+11",
            "1,23457E+11",
        ] {
            assert_eq!(code(id), Some(ExportMark), "{id:?}");
        }
    }

    #[test]
    fn marks_of_text_are_noticed() {
        for id in ["'000123", "=\"000123\"", " '000123"] {
            assert_eq!(code(id), Some(ExportMark), "{id:?}");
        }
    }

    #[test]
    fn what_a_header_changes_or_cannot_carry_is_noticed() {
        for id in [
            "\u{160}koda Fake",
            "\u{5ba2}\u{6237}1",
            "cust\n1",
            "cust\r\n1",
            "cust\0",
            "cust\u{7f}1",
            "cust\u{200b}1",
            "\u{1f600}",
        ] {
            assert_eq!(code(id), Some(HeaderCharacters), "{id:?}");
        }
        for id in [" cust-2 ", "cust-2\t", "\u{a0}cust-2", "cust-2\n"] {
            assert_eq!(code(id), Some(OuterWhitespace), "{id:?}");
        }
    }

    #[test]
    fn ordinary_ids_are_silent() {
        for id in [
            "customer-1",
            "1",
            "account:12345",
            "acct:1",
            "acct_1A2b3C",
            "9130350000000000",
            "1e5",
            "00000001-0000-4000-8000-000000000001",
            "{00000001-0000-4000-8000-000000000001}",
            "me@example.com",
            "M\u{fc}ller GmbH",
            "Caf\u{e9} 1",
            "Null Island",
            "nullable",
            "#1",
            "###",
            "'s-Hertogenbosch",
            "a'1",
            "acme/eu",
            "https://acme.example.com",
            "org|1",
            "example-goods",
            "x",
            "",
            " ",
        ] {
            assert_eq!(code(id), None, "{id:?}");
        }
    }

    proptest! {
        #[test]
        fn ordinary_ids_have_no_hint(id in "(your|null|xx|insert|env:|process.env.)?[A-Za-z0-9:@._-]{0,12}[0-9][A-Za-z0-9:@._+-]{0,12}(x|here|[.]{3})?|[0-9.,E+-]{1,12}") {
            if is_ordinary_id(id.as_bytes()) {
                prop_assert!(find(&id, &id).is_none(), "{id:?}");
            }
        }

        #[test]
        fn any_id_can_be_checked(id in any::<String>()) {
            code(&id);
        }
    }
}
