//! Warns about a value that is still encrypted: by OpenSSL, Fernet, PGP, age, SOPS, Ansible Vault, jasypt, AWS KMS or
//! Windows. There is no fix.

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::text::contains;
use crate::verdict::HintCode;

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::Encrypted,
    title: "A value is still encrypted",
    what: "The value is the output of a program that encrypts, such as `U2FsdGVkX1…` (OpenSSL), `gAAAAA…` (Fernet) or `ENC[…]` (SOPS).",
    why: "It was exported from a store that encrypts credentials. The app needs the credential itself.",
    todo: "Decrypt the value and enter the result. Some stores export decrypted values only with an option.",
    source: "OpenSSL writes `Salted__` before the salt; the Fernet specification starts a token with 0x80; RFC 9580, section 6.2 (PGP); the documentation of age, SOPS, Ansible Vault, jasypt and Spring Cloud Config.",
    variants: &[],
};

/// How encrypted values start that contain only characters of base64: OpenSSL, Fernet, age, AWS KMS, Windows DPAPI in
/// base64 and in PowerShell.
pub(super) const STARTS: [&str; 6] = [
    "U2FsdGVkX1",
    "gAAAAA",
    "YWdlLWVuY3J5cHRpb24ub3Jn",
    "AQICAH",
    "AQAAANCMnd8BFdERjHoAwE",
    "01000000d08c9ddf0115d1118c7a00c04fc297eb",
];

/// How other encrypted values start: PGP, age, SOPS and eyaml, Spring Cloud Config.
const MARKED: [&str; 5] =
    ["-----BEGIN PGP MESSAGE", "-----BEGIN AGE ENCRYPTED", "age-encryption.org/", "ENC[", "{cipher}"];

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let text = candidate.core;
    let starts = |starts: &[&str]| starts.iter().any(|start| text.starts_with(start));
    let is_encrypted = starts(&STARTS)
        || starts(&MARKED)
        || contains(text, "$ANSIBLE_VAULT;")
        || text.starts_with("ENC(") && text.ends_with(')');
    is_encrypted.then(|| {
        Template::new(HintCode::Encrypted, "The value is still encrypted. Decrypt it, and enter the result.")
            .fix(Fix::None)
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{assert_noticed, noticed, silent};
    use crate::verdict::HintCode::Encrypted;

    #[test]
    fn encrypted_values_are_noticed() {
        for value in [
            "U2FsdGVkX1FAKEFAKEFAKE",
            "U2FsdGVkX1+FAKE/FAKE==",
            "gAAAAABFAKEFAKEFAKE_FAKE-FAKE==",
            "-----BEGIN PGP MESSAGE-----\n\nFAKE\n-----END PGP MESSAGE-----\n",
            "-----BEGIN AGE ENCRYPTED FILE-----\nFAKE\n-----END AGE ENCRYPTED FILE-----",
            "ENC[AES256_GCM,data:FAKE,iv:FAKE,tag:FAKE,type:str]",
            "$ANSIBLE_VAULT;1.1;AES256\n0000",
            "!vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  0000",
            "ENC(FAKEFAKE)",
            "{cipher}FAKEFAKE",
            "AQICAHFAKEFAKEFAKE",
        ] {
            for (app, key) in [("ashby", "api_key"), ("mysql", "password")] {
                assert_noticed(Encrypted, app, key, value);
            }
        }
        assert!(noticed(Encrypted, "ashby", "api_key", " U2FsdGVkX1FAKE").is_some_and(|hint| hint.fix.is_empty()));
    }

    #[test]
    fn good_values_are_silent() {
        silent(
            Encrypted,
            "ashby",
            "api_key",
            &["fake-1", "u2fsdgvkx1fake", "gAAAABfake", "ENCfake", "ENC(fake", "enc[fake]"],
        );
        silent(Encrypted, "mysql", "password", &["(ENC)", "{cypher}fake"]);
    }
}
