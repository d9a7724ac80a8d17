//! Warns about a reference to a secret instead of the secret: `op://…`, `arn:aws:secretsmanager:…`, `${{ secrets.X }}`,
//! `projects/…/secrets/…`. It is the variant `reference` of `placeholder`. There is no fix.

use super::support::candidate::Candidate;
use super::support::template::{Fix, Template};
use crate::catalog::Address;
use crate::text::{contains, starts_with_ignore_case};
use crate::verdict::{HintCode, HintVariant};

/// How references start that have a URI scheme: 1Password, Doppler, Infisical, Bitwarden, Google and AWS Secret Manager,
/// Azure Key Vault, berglas, vals, files and variables.
const SCHEMES: [&str; 18] = [
    "op://",
    "onepassword://",
    "1password://",
    "doppler://",
    "infisical://",
    "bws://",
    "bitwarden://",
    "gcp-sm://",
    "gcpsm://",
    "sm://",
    "aws-sm://",
    "awssm://",
    "azkv://",
    "akv://",
    "berglas://",
    "keyring://",
    "env://",
    "file:///",
];

/// How other references start. A name may start in the same way, a secret does not.
const STARTS: [&str; 18] = [
    "vault:",
    "ref+",
    "ssm:/",
    "secretsmanager:",
    "@microsoft.keyvault(",
    "secretref:",
    "keyvault:",
    "keyring:",
    "keychain:",
    "akeyless:",
    "conjur:",
    "env:",
    "!vault",
    "!secret",
    "!env",
    "secret/data/",
    "kv/data/",
    "/run/secrets/",
];

/// The brackets of template languages and shells. One that has only a name inside is a placeholder.
const BRACKETS: [(&str, &str); 7] =
    [("${{", "}}"), ("={{", "}}"), ("{{", "}}"), ("<%", "%>"), ("${", "}"), ("#{", "}"), ("$(", ")")];

/// What is in the brackets of a reference, in lower case.
const INSIDE: [&str; 6] = ["secret", "env", "vault", "lookup", "cat ", "ssm"];

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let text = candidate.core;
    let is_secret = candidate.secret() || candidate.is_password();
    let is_url = candidate.field().is_some_and(|field| field.address == Address::Url);
    let starts = |starts: &[&str]| starts.iter().any(|start| starts_with_ignore_case(text, start));
    let is_reference =
        !is_url && starts(&SCHEMES) || is_secret && (starts(&STARTS) || is_path(text)) || is_template(text);
    is_reference.then(|| {
        let help = "This is a reference that nothing has resolved. Enter the value itself.";
        Template::variant(HintCode::Placeholder, HintVariant::Reference, help).fix(Fix::None)
    })
}

/// Returns `true` if a value without unusual characters may be a reference: a path, or a YAML tag.
pub(super) fn may_be(text: &[u8]) -> bool {
    matches!(text.first(), Some(b'!'))
        || STARTS.iter().any(|start| starts_with_ignore_case(text, start))
        || std::str::from_utf8(text).is_ok_and(is_path)
}

/// Returns `true` for the name of a secret in AWS, in Google Cloud and in Vault.
fn is_path(text: &str) -> bool {
    text.starts_with("arn:aws") && (contains(text, ":secretsmanager:") || contains(text, ":ssm:"))
        || text.starts_with("projects/") && contains(text, "/secrets/")
        || text.starts_with("/var/run/secrets/")
        || text.starts_with("https://") && contains(text, ".vault.azure.net/secrets/")
        || text.starts_with("secret/") && text.contains('#')
}

fn is_template(text: &str) -> bool {
    BRACKETS.iter().any(|(open, close)| {
        let inside = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).map(str::to_ascii_lowercase);
        inside.is_some_and(|inside| INSIDE.iter().any(|part| contains(&inside, part)))
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{noticed, silent};
    use crate::verdict::HintCode::Placeholder;
    use crate::verdict::HintVariant::Reference;

    fn is_noticed(app: &str, key: &str, value: &str) -> bool {
        noticed(Placeholder, app, key, value).is_some_and(|hint| hint.variant == Some(Reference) && hint.fix.is_empty())
    }

    #[test]
    fn references_are_noticed() {
        for value in [
            "op://fake-vault/Ashby/credential",
            "arn:aws:secretsmanager:us-east-1:000000000000:secret:fake-AbCdEf",
            "arn:aws:ssm:us-east-1:000000000000:parameter/fake",
            "${{ secrets.FAKE_KEY }}",
            "={{ $secrets.fakeKey }}",
            "{{secrets.FAKE}}",
            "{{ lookup('env', 'FAKE') }}",
            "projects/fake/secrets/fake/versions/latest",
            "@Microsoft.KeyVault(SecretUri=https://fake.vault.azure.net/secrets/x/)",
            "https://fake.vault.azure.net/secrets/x",
            "<%= ENV['FAKE_KEY'] %>",
            "#{ENV['FAKE_KEY']}",
            "${env:FAKE_KEY}",
            "$(cat /run/secrets/fake)",
            "vault:v1:fake",
            "vault:secret/data/fake#key",
            "secret/data/fake#key",
            "secret/fake#key",
            "ref+vault://secret/fake#/key",
            "gcp-sm://fake",
            "ssm:/fake/key",
            "doppler://fake",
            "keyring:fake",
            "env://FAKE",
            "!vault |",
            "!vault",
            "/run/secrets/fake",
            " \"op://fake/fake/fake\" ",
            "Bearer op://fake/fake/fake",
        ] {
            assert!(is_noticed("ashby", "api_key", value), "{value:?}");
        }
        assert!(is_noticed("mysql", "password", "op://fake/mysql/password"));
        assert!(is_noticed("mysql", "user", "${{ secrets.FAKE_USER }}"));
    }

    #[test]
    fn good_values_are_silent() {
        silent(
            Placeholder,
            "ashby",
            "api_key",
            &[
                "fake-1",
                "vault-1",
                "opfake",
                "secret_fake/1",
                "projects/fake",
                "envfake",
                "fake:1",
                "redis://fake",
                "fa/ke#1",
            ],
        );
        silent(Placeholder, "mysql", "password", &["pa$$(word)", "{{1}}", "fa!vault", "$(1)"]);
        silent(Placeholder, "mysql", "user", &["env:fake", "secret/data/fake"]);
        silent(Placeholder, "odoo", "url", &["https://fake.vault.azure.net/secrets/x", "file:///fake"]);
    }
}
