//! Private keys and certificates: they keep every line.

use crate::text::contains;

/// The first characters of a PuTTY key. The version follows.
pub const PUTTY: &str = "PuTTY-User-Key-File-";

/// Returns `true` if a value contains a key or certificate in a format of lines: PEM and OpenSSH (RFC 7468, also with
/// attributes before BEGIN), SSH2 (RFC 4716), or PuTTY.
pub fn is_private_key(value: &str) -> bool {
    value.starts_with(PUTTY) || contains(value, "-----BEGIN ") || contains(value, "---- BEGIN ")
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::fixes::Edit;

    #[test]
    fn a_key_keeps_its_lines() {
        let pem = "-----BEGIN PRIVATE KEY-----\nAAAA\nBBBB\n-----END PRIVATE KEY-----\n";
        let with_attributes = format!("Bag Attributes\n    friendlyName: fake\n{pem}");
        let putty = "PuTTY-User-Key-File-3: ssh-rsa\r\nEncryption: none\r\nPublic-Lines: 1\r\nAAAA\r\n";
        let ssh2 = "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nAAAA\n---- END SSH2 ENCRYPTED PRIVATE KEY ----\n";
        for key in [pem, &with_attributes, putty, ssh2] {
            for kind in Edit::ALL {
                assert_eq!(kind.apply(key), None, "{kind:?} of {key:?}");
            }
            for quote in ["\"", "'", "`"] {
                let quoted = [quote, key, quote].concat();
                assert_eq!(Edit::StripQuotes.apply(&quoted).as_deref(), Some(key));
                assert_eq!(Edit::StripInvisible.apply(&quoted), None);
            }
            assert_eq!(Edit::StripQuotes.apply(&["\"", key, "\"\n"].concat()).as_deref(), Some(key));
            assert_eq!(Edit::Trim.apply(&["\n ", key].concat()).as_deref(), Some(key));
            assert_eq!(Edit::StripInvisible.apply(&["\u{feff}", key].concat()).as_deref(), Some(key));
        }
    }
}
