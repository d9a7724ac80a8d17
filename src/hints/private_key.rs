//! Warns about a private key in a format that the app cannot read. Only PuTTY's own tool converts it, so there is no
//! fix.

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::fixes::PUTTY;
use crate::verdict::HintCode;

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::PrivateKey,
    title: "A private key has a format that the app cannot read",
    what: "The value is a private key in PuTTY's format (`.ppk`).",
    why: "Apps read PEM or OpenSSH keys. A PuTTY key never works.",
    todo: "Open the key in PuTTYgen, choose Conversions, Export OpenSSH key, and enter that key.",
    source: "PuTTY's manual, appendix \"PPK file format\": the first line starts with `PuTTY-User-Key-File-`.",
    variants: &[],
};

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    candidate.core.starts_with(PUTTY).then(|| {
        Template::new(
            HintCode::PrivateKey,
            "This is a PuTTY key (.ppk), which the app cannot read. Open it in PuTTYgen, choose Conversions, Export OpenSSH key, and enter that key.",
        )
        .fix(Fix::None)
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{noticed, silent};
    use crate::verdict::HintCode::PrivateKey;

    const KEY: &str = "PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: fake\nPublic-Lines: 1\nAAAAFAKE\n";

    #[test]
    fn a_putty_key_is_noticed_and_left_alone() {
        for key in [KEY.to_owned(), [" ", KEY].concat(), ["\"", KEY, "\""].concat(), KEY.replace('\n', "\r\n")] {
            assert!(noticed(PrivateKey, "sftp", "pem_key", &key).is_some_and(|hint| hint.fix.is_empty()), "{key:?}");
        }
    }

    #[test]
    fn other_keys_are_silent() {
        silent(
            PrivateKey,
            "sftp",
            "pem_key",
            &["-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "fake-1"],
        );
    }
}
