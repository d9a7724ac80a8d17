//! Warns about a private key that the app cannot read: its line breaks are lost, it is cut off or encrypted, or it is
//! something else than a private key. A fix only restores line breaks.

use std::borrow::Cow;

use super::json_value::is_json;
use super::support::candidate::{Candidate, takes_private_key};
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::catalog::Field;
use crate::fixes::{Edit, LineFault, PUTTY, has_break, has_whole_key, restored};
use crate::text::{contains, ends_with_ignore_case, fold, is_blank, starts_with_ignore_case};
use crate::verdict::{About, HintCode, HintVariant};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::PrivateKey,
    title: "The app cannot read a private key",
    what: "The value is a private key without its line breaks, a part of one, one that needs a passphrase, or something else in the place of a private key.",
    why: "The app reads the key when it signs in, and fails. Environment files, form fields and CSV files change the line breaks of a key.",
    todo: "Enter the whole key file with its lines. The fix restores line breaks; it never joins lines.",
    source: "RFC 7468 and RFC 1421 (PEM). PuTTY's manual, appendix \"PPK file format\": the first line starts with `PuTTY-User-Key-File-`.",
    variants: &[
        (HintVariant::EscapedLines, "The line breaks are written as `\\n`."),
        (HintVariant::OneLine, "The key is on one line."),
        (HintVariant::CutOff, "The BEGIN or the END line is missing."),
        (HintVariant::Public, "The value is a public key or a certificate."),
        (HintVariant::FileName, "The value is the name of a file."),
        (HintVariant::Base64, "The value is a key that was encoded in base64 once more."),
        (HintVariant::Encrypted, "The key is encrypted, and the request has no passphrase."),
    ],
};

/// How base64 of a PEM key starts: `-----BEGIN`.
const BASE64_START: &str = "LS0tLS1CRUdJTi";

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let core = candidate.core;
    if core.starts_with(PUTTY) {
        return Some(
            Template::new(
                HintCode::PrivateKey,
                "This is a PuTTY key (.ppk), which the app cannot read. Open it in PuTTYgen, choose Conversions, Export OpenSSH key, and enter that key.",
            )
            .fix(Fix::None),
        );
    }
    if candidate.is_password() {
        return None;
    }
    let takes_key = candidate.field().is_some_and(takes_private_key);
    if let Some(template) = Some(core).filter(|_| takes_key).and_then(other) {
        return Some(template.fix(Fix::None));
    }
    // In a whole service account key, the line breaks are escaped as JSON has them.
    if !contains(core, "PRIVATE KEY-----") || !takes_key && is_json(core.trim()) {
        return None;
    }
    if !has_whole_key(core) {
        return Some(
            template(
                HintVariant::CutOff,
                "A part of the private key is missing. Enter the whole file, with its BEGIN and END lines. In a CSV file, put the key in quotes.",
            )
            .fix(Fix::None),
        );
    }
    match LineFault::of(core) {
        Some(fault) => {
            let template = match fault {
                LineFault::Escaped => template(
                    HintVariant::EscapedLines,
                    "The line breaks of the private key are written as \\n. Replace each of them by a line break.",
                ),
                LineFault::OneLine => template(
                    HintVariant::OneLine,
                    "The private key has lost its line breaks. Enter it with the lines of its file.",
                ),
            };
            Some(if restored(core).is_some() { template.fix(Fix::Edits(vec![Edit::RestoreLines])) } else { template })
        }
        None => encrypted(candidate),
    }
}

fn template(variant: HintVariant, help: &'static str) -> Template {
    Template::variant(HintCode::PrivateKey, variant, help)
}

/// Returns the hint about something else in a field that takes private keys.
fn other(core: &str) -> Option<Template> {
    if is_public(core) {
        Some(template(HintVariant::Public, "This is a public key or a certificate. Enter the private key."))
    } else if core.starts_with(BASE64_START) {
        Some(template(
            HintVariant::Base64,
            "This is the key file encoded in base64 once more. Enter the content of the file itself, which starts with -----BEGIN.",
        ))
    } else if is_file_name(core) {
        Some(template(HintVariant::FileName, "This is the name of a file. Enter the content of the file."))
    } else {
        None
    }
}

fn is_public(core: &str) -> bool {
    /// OpenSSH public keys (RFC 4253 §6.6, RFC 5656, RFC 8709, OpenSSH's PROTOCOL.u2f).
    const SSH_PUBLIC: [&str; 7] =
        ["ssh-rsa ", "ssh-dss ", "ssh-ed25519 ", "ssh-ed448 ", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-"];
    let is_ssh = SSH_PUBLIC.iter().any(|start| core.starts_with(start)) && core.contains(' ');
    let has = |part| contains(core, part);
    let is_pem = has("PUBLIC KEY-----") || has("CERTIFICATE-----") || has("CERTIFICATE REQUEST-----");
    is_ssh || (is_pem || has("BEGIN SSH2 PUBLIC KEY")) && !has("PRIVATE KEY")
}

fn is_file_name(core: &str) -> bool {
    const MAX_BYTES: usize = 512;
    const STARTS: [&str; 4] = ["~/", "./", "../", "file:"];
    const ENDS: [&str; 13] = [
        ".pem",
        ".key",
        ".ppk",
        ".p8",
        ".pk8",
        ".pkcs8",
        ".der",
        ".p12",
        ".pfx",
        "id_rsa",
        "id_dsa",
        "id_ecdsa",
        "id_ed25519",
    ];
    core.len() <= MAX_BYTES
        && !has_break(core)
        && !contains(core, "-----")
        && (STARTS.iter().any(|start| starts_with_ignore_case(core, start))
            || ENDS.iter().any(|end| ends_with_ignore_case(core, end))
            || contains(core, ".ssh/"))
}

/// Returns the hint about an encrypted key without its passphrase.
fn encrypted(candidate: &Candidate<'_>) -> Option<Template> {
    if !is_encrypted(candidate.core) {
        return None;
    }
    let names_passphrase = |name: &str| fold(name).collect::<Vec<_>>().ends_with(b"passphrase");
    let values = candidate.input.values;
    if values.iter().any(|value| names_passphrase(&value.key) && !is_blank(&value.text)) {
        return None;
    }
    let field: Option<&Field> =
        candidate.input.auth_type?.fields.iter().copied().find(|field| names_passphrase(field.name));
    let (help, about) = match field {
        Some(field) => {
            let label = field.label();
            let help = format!("The private key is encrypted. Enter the {label} too.");
            (Cow::Owned(help), About { field: Some(field.name), label: Some(label), ..About::NONE })
        }
        None => (
            Cow::Borrowed(
                "The private key is encrypted, and the app has no field for a passphrase. Enter the key without encryption.",
            ),
            About::NONE,
        ),
    };
    Some(Template { help, about, ..template(HintVariant::Encrypted, "") })
}

fn is_encrypted(core: &str) -> bool {
    /// `openssh-key-v1` in base64, then a cipher (OpenSSH's PROTOCOL.key).
    const OPENSSH: &str = "b3BlbnNzaC1rZXktdjEA";
    /// The cipher `none`.
    const NO_CIPHER: &str = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmU";
    contains(core, "BEGIN ENCRYPTED PRIVATE KEY")
        || contains(core, "Proc-Type: 4,ENCRYPTED")
        || contains(core, OPENSSH) && !contains(core, NO_CIPHER)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::unwrap_used)] // clippy sees no test behind `all(test, …)`
mod tests {
    use crate::hints::support::tests::{Request, assert_fixed, noticed, silent};
    use crate::verdict::HintCode::PrivateKey;
    use crate::verdict::HintVariant::{Base64, CutOff, Encrypted, EscapedLines, FileName, OneLine, Public};
    use crate::verdict::{Hint, HintVariant};

    const PUTTY_KEY: &str =
        "PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: fake\nPublic-Lines: 1\nAAAAFAKE\n";
    const PLACES: [(&str, &str); 3] = [("sftp", "pem_key"), ("netsuite", "private_key"), ("snowflake", "private_key")];

    fn pem(kind: &str, body: &str) -> String {
        format!("-----BEGIN {kind}PRIVATE KEY-----\n{body}\n-----END {kind}PRIVATE KEY-----\n")
    }

    /// The variants of the hint without a fix, in each place.
    fn unfixed(value: &str) -> Vec<Option<HintVariant>> {
        let all = PLACES.iter().filter_map(|(app, key)| noticed(PrivateKey, app, key, value));
        all.filter(|hint| hint.fix.is_empty()).map(|hint| hint.variant).collect()
    }

    #[test]
    fn a_putty_key_is_noticed_and_left_alone() {
        for key in [PUTTY_KEY.to_owned(), [" ", PUTTY_KEY].concat(), PUTTY_KEY.replace('\n', "\r\n")] {
            assert_eq!(unfixed(&key), [None; 3], "{key:?}");
        }
    }

    #[test]
    fn lost_line_breaks_are_restored() {
        let key = pem("", "MIIEFAKE\nFAKE");
        for (app, field) in PLACES {
            assert_fixed(PrivateKey, app, field, &key.replace('\n', "\\n"), &key);
            assert_fixed(PrivateKey, app, field, &key.trim_end().replace('\n', " "), key.trim_end());
        }
        let variant = |value: &str| noticed(PrivateKey, "sftp", "pem_key", value).unwrap().variant;
        assert_eq!(variant(&key.replace('\n', "\\r\\n")), Some(EscapedLines));
        assert_eq!(variant(&key.replace('\n', "")), Some(OneLine));
        // A key is a key in any field.
        let other = noticed(PrivateKey, "ashby", "api_key", &key.replace('\n', "\\n"));
        assert!(other.is_some_and(|hint| hint.fix.len() == 1));
    }

    #[test]
    fn a_key_with_headers_on_one_line_has_no_fix() {
        let key = pem("RSA ", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nMIIEFAKE");
        assert_eq!(unfixed(&key.replace('\n', " ")), [Some(OneLine); 3]);
    }

    #[test]
    fn a_part_of_a_key_is_noticed() {
        let key = pem("", "MIIEFAKE");
        for part in [&key[..27], &key[..40], &key[..60], key.get(28..).unwrap()] {
            assert_eq!(unfixed(part), [Some(CutOff); 3], "{part:?}");
        }
    }

    #[test]
    fn something_else_is_noticed() {
        let key = pem("", "MIIEFAKE");
        let certificate = key.replace("PRIVATE KEY", "CERTIFICATE");
        for public in [&key.replace("PRIVATE", "PUBLIC"), &certificate, "ssh-rsa AAAAFAKE fake@example.com"] {
            assert_eq!(unfixed(public), [Some(Public); 3], "{public:?}");
        }
        for name in ["/home/fake/.ssh/deploy", "~/.ssh/id_rsa", "C:\\keys\\fake.pem", "key.P8", "../fake"] {
            assert_eq!(unfixed(name), [Some(FileName); 3], "{name:?}");
        }
        assert_eq!(unfixed("LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tFAKE"), [Some(Base64); 3]);
        silent(PrivateKey, "ashby", "api_key", &["fake.pem", "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tFAKE"]);
    }

    #[test]
    fn an_encrypted_key_needs_its_passphrase() {
        let with = |values: &[(&str, &str)]| -> Option<Hint> {
            Request::of("sftp", values).hints().into_iter().find(|hint| hint.code == PrivateKey)
        };
        let headers = "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nMIIEFAKE";
        let cipher = "b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIFAKE";
        for key in [pem("ENCRYPTED ", "MIIEFAKE"), pem("RSA ", headers), pem("OPENSSH ", cipher)] {
            let hint = with(&[("pem_key", &key)]).unwrap();
            assert_eq!((hint.variant, hint.about.field), (Some(Encrypted), Some("pem_key_passphrase")));
            assert_eq!(with(&[("pem_key", &key), ("pem_key_passphrase", "fake")]), None);
            assert!(with(&[("pem_key", &key), ("pem_key_passphrase", " ")]).is_some());
            let hint = noticed(PrivateKey, "netsuite", "private_key", &key).unwrap();
            assert!(hint.help.contains("no field for a passphrase"));
        }
    }

    #[test]
    fn good_keys_are_silent() {
        let open = pem("OPENSSH ", "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQFAKE");
        let key = pem("", "MIIEFAKE\nFAKE");
        let with_attributes = ["Bag Attributes\n", &key].concat();
        let with_certificate = [key.as_str(), &key.replace("PRIVATE KEY", "CERTIFICATE")].concat();
        for (app, field) in PLACES {
            silent(PrivateKey, app, field, &[&key, key.trim_end(), &key.replace('\n', "\r\n"), &open, "fake-1"]);
            silent(PrivateKey, app, field, &[&with_attributes, &with_certificate, &pem("EC ", "MIIEFAKE")]);
        }
        silent(PrivateKey, "sftp", "password", &["-----BEGIN PRIVATE KEY-----"]);
    }
}
