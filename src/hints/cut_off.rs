//! Warns about a JSON Web Token that is cut off: parts are missing, or its length is that of a database column and its
//! signature is too short. There is no fix. An encrypted token has five parts, a signed one three.

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::jwt;
use super::support::template::{Fix, Template};
use crate::text::contains;
use crate::verdict::{HintCode, HintVariant};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::CutOff,
    title: "A JSON Web Token is cut off",
    what: "The value starts as a JSON Web Token, but its end is missing.",
    why: "A database column, a form or a terminal cut it off. APIs reject it.",
    todo: "Copy the whole token. If a database column was too short, make it longer and store the token again.",
    source: "RFC 7515, section 3.1, and RFC 7516, section 3.1: a signed token has three parts, an encrypted one five; RFC 7518, section 3.1: the algorithms.",
    variants: &[(
        HintVariant::Column,
        "The token is exactly as long as many database columns, such as `varchar(255)`.",
    )],
};

/// The lengths of text columns that people and frameworks choose.
const COLUMNS: [usize; 7] = [255, 256, 500, 512, 1000, 1024, 2048];

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let token = candidate.core;
    let is_column = COLUMNS.contains(&token.len());
    if candidate.is_password() || !is_cut_off(token, is_column) {
        return None;
    }
    let hint = if is_column {
        let help =
            "The token is cut off, probably by a database column. Make the column longer, and copy the whole token.";
        Template::variant(HintCode::CutOff, HintVariant::Column, help)
    } else {
        Template::new(HintCode::CutOff, "The token is cut off. Copy the whole token.")
    };
    Some(hint.fix(Fix::None))
}

fn is_cut_off(token: &str, is_column: bool) -> bool {
    let Some(header) = jwt::header(token) else { return false };
    let parts = token.bytes().filter(|byte| *byte == b'.').count() + 1;
    let signature = token.rsplit('.').next().unwrap_or_default();
    // One part alone may be another token that is a JSON object in base64.
    if parts == 1 && header.ends_with('}') {
        return false;
    }
    if contains(&header, "\"enc\"") {
        return parts < 5;
    }
    // The shortest signatures in base64: RSA with 1024 bits, and HMAC with SHA-256.
    let is_rsa = contains(&header, "\"RS") || contains(&header, "\"PS");
    let shortest = if is_rsa { 171 } else { 43 };
    contains(&header, "\"alg\"") && (parts < 3 || parts == 3 && is_column && signature.len() < shortest)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::jwt::tests::token;
    use crate::hints::support::tests::{noticed, silent};
    use crate::verdict::HintCode::CutOff;
    use crate::verdict::HintVariant::Column;

    /// `{"alg":"RS256"}`
    const HEADER: &str = "eyJhbGciOiJSUzI1NiJ9";
    /// `{"alg":"dir","enc":"A256GCM"}`
    const ENCRYPTED: &str = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0";

    #[test]
    fn a_token_without_its_end_is_noticed() {
        for value in [
            [HEADER, ".eyJzdWIiOiJmYWtl"].concat(),
            [HEADER, ".eyJzdWIiOiJmYWtlIn0"].concat(),
            [HEADER, "."].concat(),
            String::from("eyJhbGciOiJSUzI1NiIsImtpZCI6ImZha2U"),
            [ENCRYPTED, "..FAKE.FAKE"].concat(),
        ] {
            for (app, key) in [("jira", "access_token"), ("ashby", "api_key")] {
                let hint = noticed(CutOff, app, key, &value);
                assert!(hint.is_some_and(|hint| hint.variant.is_none() && hint.fix.is_empty()), "{value:?}");
            }
        }
    }

    #[test]
    fn the_length_of_a_column_is_named() {
        for length in [255, 256, 1024] {
            let payload = [HEADER, ".", &"A".repeat(length - HEADER.len() - 1)].concat();
            let signature = [HEADER, ".", &"A".repeat(length - HEADER.len() - 20), ".", &"A".repeat(18)].concat();
            for value in [payload, signature] {
                assert_eq!(value.len(), length);
                let hint = noticed(CutOff, "xero", "access_token", &value);
                assert_eq!(hint.and_then(|hint| hint.variant), Some(Column), "{length}");
            }
        }
    }

    #[test]
    fn good_values_are_silent() {
        let signed = [HEADER, ".", &"A".repeat(255 - HEADER.len() - 173), ".", &"A".repeat(171)].concat();
        assert_eq!(signed.len(), 255);
        let tokens = [
            token("{\"sub\":\"fake\"}"),
            [HEADER, ".eyJzdWIiOiJmYWtlIn0.FAKE"].concat(),
            [ENCRYPTED, "..FAKE.FAKE.FAKE"].concat(),
            [ENCRYPTED, ".FAKE.FAKE.FAKE.FAKE"].concat(),
            signed,
            String::from("eyJfake"),
            String::from("eyJ0b2tlbiI6ImZha2UifQ"), // an object without `alg`
            "eyJ".repeat(85),
            "A".repeat(255),
        ];
        silent(CutOff, "jira", "access_token", &tokens.each_ref().map(String::as_str));
        silent(CutOff, "mysql", "password", &[[HEADER, ".FAKE"].concat().as_str()]);
    }
}
