//! Warns about the format of another program around the credentials: the answer of a secret store, the file of a
//! service account, the export of an integration platform. The fix unwraps them if nothing else could be a credential.

use std::borrow::Cow;

use super::support::hint_kind::HintKind;
use crate::fixes::Edit;
use crate::request::{Entry, JsonString, Members, Request, Value};
use crate::resolve::Resolved;
use crate::verdict::{About, Hint, HintCode, HintVariant, Operation, Path};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::WrappedCredentials,
    title: "The credentials are in the format of another program",
    what: "`auth_object` is the answer of a secret store, the export of another platform, or the key file of a service account.",
    why: "The endpoint reads its keys as fields of the app and rejects them.",
    todo: "Send only the credentials in it. The fix does so if nothing else could be a credential.",
    source: "HashiCorp Vault's KV API; AWS Secrets Manager, `GetSecretValue`; Google Cloud, \"Create and delete service account keys\"; n8n's and Nango's exports.",
    variants: &[
        (HintVariant::Vault, "The answer of HashiCorp Vault's KV engine."),
        (HintVariant::SecretString, "The answer of AWS Secrets Manager."),
        (HintVariant::N8n, "The credentials of n8n, with the tokens in `oauthTokenData`."),
        (HintVariant::Nango, "A connection of Nango, with the tokens in `credentials`."),
        (
            HintVariant::ServiceAccount,
            "The key file of a Google service account, for an app that takes only OAuth 2.0.",
        ),
    ],
};

/// Returns the hint about an auth_object of a known app that the endpoint rejects.
pub fn check(resolved: &Resolved<'_, '_>, members: &Members<'_>) -> Option<Hint> {
    resolved.app?;
    if resolved.auth_type.is_some() && resolved.unknown == 0 {
        return None;
    }
    let wrapper = Wrapper { resolved, entries: members.auth_object.entries.as_slice() };
    let inner = members.auth_object.inner.as_slice();
    service_account(resolved)
        .or_else(|| wrapper.vault(inner))
        .or_else(|| wrapper.secret_string())
        .or_else(|| wrapper.n8n())
        .or_else(|| wrapper.nango(inner))
}

struct Wrapper<'r, 'a> {
    resolved: &'r Resolved<'r, 'a>,
    /// The members of the auth_object.
    entries: &'r [Entry<'a>],
}

impl Wrapper<'_, '_> {
    /// `{"data":{"data":{…},"metadata":{…}}}`, or the object in it. Version 1 has no `metadata`.
    fn vault(&self, inner: &[Entry<'_>]) -> Option<Hint> {
        const SIBLINGS: [&str; 4] = ["metadata", "lease_id", "request_id", "wrap_info"];
        if !object_in(self.entries, "data") {
            return None;
        }
        let is_last = self.entries.iter().rfind(|entry| entry.value.is_object()).is_some_and(|one| one.key.is("data"));
        let from = if is_last && object_in(inner, "data") && object_in(inner, "metadata") {
            "/auth_object/data/data"
        } else if SIBLINGS.iter().any(|name| has(self.entries, name)) {
            "/auth_object/data"
        } else {
            return None;
        };
        const HELP: &str = "This is an answer of HashiCorp Vault. Send only the secret in it, the object in data.";
        Some(self.hint(HintVariant::Vault, HELP, vec![lift(from)]))
    }

    /// `{"ARN":"…","SecretString":"{…}"}`
    fn secret_string(&self) -> Option<Hint> {
        const HELP: &str = "This is an answer of AWS Secrets Manager. Send only the credentials, the object that SecretString contains.";
        let text = string(self.entries, "SecretString")?.decode();
        let mut members = Members::default();
        Request::form("", text.as_bytes()).read(&mut members);
        let is_ours = |entry: &Entry<'_>| self.is_name(entry);
        let fix = if members.auth_object.entries.as_slice().iter().any(is_ours) {
            let path = "/auth_object/SecretString";
            vec![Operation::Replace { path: path.into(), edit: Edit::ParseJson }, lift(path)]
        } else {
            Vec::new()
        };
        Some(self.hint(HintVariant::SecretString, HELP, fix))
    }

    /// `{"clientId":"…","oauthTokenData":{…}}`
    fn n8n(&self) -> Option<Hint> {
        const HELP: &str =
            "These are credentials of n8n. Send only the tokens of the app, which are in oauthTokenData.";
        object_in(self.entries, "oauthTokenData").then(|| {
            let is_alone = self.entries.len() == 1;
            let fix = if is_alone { vec![lift("/auth_object/oauthTokenData")] } else { Vec::new() };
            self.hint(HintVariant::N8n, HELP, fix)
        })
    }

    /// `{"provider_config_key":"…","credentials":{"type":"OAUTH2",…}}`
    fn nango(&self, inner: &[Entry<'_>]) -> Option<Hint> {
        const SIBLINGS: [&str; 2] = ["provider_config_key", "connection_id"];
        const HELP: &str = "This is a connection of Nango. Send only the fields of the app, which are in credentials.";
        let is_connection =
            SIBLINGS.iter().any(|name| has(self.entries, name)) || string(inner, "type").is_some() && has(inner, "raw");
        (object_in(self.entries, "credentials") && is_connection)
            .then(|| self.hint(HintVariant::Nango, HELP, vec![lift("/auth_object/credentials")]))
    }

    /// Returns the hint. It has no fix if the wrapper contains a field of the app beside the credentials.
    fn hint(&self, variant: HintVariant, help: &'static str, fix: Vec<Operation>) -> Hint {
        let loses = self.entries.iter().any(|entry| self.is_name(entry));
        hint(variant, vec![Cow::Borrowed("auth_object")], help, if loses { Vec::new() } else { fix })
    }

    /// Returns `true` if a key is an auth type or a field of the app.
    fn is_name(&self, entry: &Entry<'_>) -> bool {
        let mut auth_types = self.resolved.app.into_iter().flat_map(|app| app.auth_types);
        auth_types.any(|auth_type| {
            entry.key.is(auth_type.name) || auth_type.fields.iter().any(|field| entry.key.is(field.name))
        })
    }
}

/// The key file of a service account is not a wrapper: it cannot become a connection.
fn service_account(resolved: &Resolved<'_, '_>) -> Option<Hint> {
    const HELP: &str = "This is the key of a Google service account, which cannot become a connection: the app takes only the OAuth 2.0 tokens of a user. The customer has to connect again.";
    let takes_tokens_only = resolved
        .app?
        .auth_types
        .iter()
        .all(|auth_type| auth_type.name == "oauth2" && auth_type.position("private_key").is_none());
    let entries = resolved.entries;
    let is_key = string(entries, "type").is_some_and(|kind| kind.is("service_account"))
        && string(entries, "private_key").is_some()
        && string(entries, "client_email").is_some();
    (takes_tokens_only && is_key).then(|| hint(HintVariant::ServiceAccount, resolved.root(), HELP, Vec::new()))
}

fn hint(variant: HintVariant, path: Path, help: &'static str, fix: Vec<Operation>) -> Hint {
    let variant = Some(variant);
    Hint { code: HintCode::WrappedCredentials, variant, path, help: Cow::Borrowed(help), about: About::NONE, fix }
}

fn lift(from: &str) -> Operation {
    Operation::Move { from: from.into(), path: "/auth_object".into() }
}

fn has(entries: &[Entry<'_>], name: &str) -> bool {
    entries.iter().any(|entry| entry.key.is(name))
}

fn object_in(entries: &[Entry<'_>], name: &str) -> bool {
    entries.iter().any(|entry| entry.key.is(name) && entry.value.is_object())
}

fn string<'a>(entries: &[Entry<'a>], name: &str) -> Option<JsonString<'a>> {
    entries.iter().find_map(|entry| match entry.value {
        Value::String(text) if entry.key.is(name) => Some(text),
        _ => None,
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::verdict::HintVariant::{N8n, Nango, SecretString, ServiceAccount, Vault};
    use crate::verdict::{HintCode, HintVariant, Operation};
    use crate::{Checker, Request};

    /// The hints: the variant, and from where the fix moves the credentials.
    fn unwrapped(slug: &str, auth_object: &str) -> Option<(HintVariant, Option<String>)> {
        let hints = Checker::default().check(&Request::form(slug, auth_object.as_bytes())).hints;
        let [hint] = hints.as_slice() else { return None };
        let from = hint.fix.last().map(|last| match last {
            Operation::Move { from, .. } => from.clone(),
            other => format!("{other:?}"),
        });
        Some((hint.variant?, from)).filter(|_| hint.code == HintCode::WrappedCredentials)
    }

    fn at(variant: HintVariant, from: &str) -> Option<(HintVariant, Option<String>)> {
        Some((variant, Some(from.into())))
    }

    #[test]
    fn vault() {
        let both = r#"{"data":{"access_token":"fake-1"},"metadata":{"version":1}}"#;
        assert_eq!(unwrapped("hubspot", both), at(Vault, "/auth_object/data"));
        assert_eq!(unwrapped("hubspot", &format!(r#"{{"data":{both}}}"#)), at(Vault, "/auth_object/data/data"));
        let answer = format!(r#"{{"request_id":"r","lease_id":"","renewable":false,"data":{both},"auth":null}}"#);
        assert_eq!(unwrapped("hubspot", &answer), at(Vault, "/auth_object/data/data"));
        let version_1 = r#"{"request_id":"r","lease_id":"","data":{"access_token":"fake-1"}}"#;
        assert_eq!(unwrapped("hubspot", version_1), at(Vault, "/auth_object/data"));
        assert_eq!(unwrapped("hubspot", r#"{"data":{"access_token":"fake-1"}}"#), None);
    }

    #[test]
    fn secret_string() {
        let answer = |inside: &str| format!(r#"{{"ARN":"fake","Name":"fake","SecretString":"{inside}"}}"#);
        let from = "/auth_object/SecretString";
        assert_eq!(unwrapped("stripe", &answer(r#"{\"api_key\":\"fake-1\"}"#)), at(SecretString, from));
        assert_eq!(unwrapped("stripe", &answer(r#"{\"keybased\":{}}"#)), at(SecretString, from));
        assert_eq!(unwrapped("stripe", &answer(r#"{\"other\":\"fake-1\"}"#)), Some((SecretString, None)));
        assert_eq!(unwrapped("stripe", &answer("fake-1")), Some((SecretString, None)));
    }

    #[test]
    fn exports_of_platforms() {
        let tokens = r#"{"access_token":"fake-1","refresh_token":"fake-2"}"#;
        let n8n = |before: &str| format!(r#"{{{before}"oauthTokenData":{tokens}}}"#);
        assert_eq!(unwrapped("gmail", &n8n("")), at(N8n, "/auth_object/oauthTokenData"));
        assert_eq!(unwrapped("gmail", &n8n(r#""clientId":"c","clientSecret":"s","#)), Some((N8n, None)));
        let nango = format!(r#"{{"id":1,"connection_id":"c","credentials":{tokens}}}"#);
        assert_eq!(unwrapped("gmail", &nango), at(Nango, "/auth_object/credentials"));
        let inside = r#"{"credentials":{"type":"OAUTH2","access_token":"fake-1","raw":{}}}"#;
        assert_eq!(unwrapped("gmail", inside), at(Nango, "/auth_object/credentials"));
        assert_eq!(unwrapped("gmail", &format!(r#"{{"credentials":{tokens}}}"#)), None);
    }

    #[test]
    fn service_accounts() {
        let file = r#"{"type":"service_account","project_id":"fake","private_key":"-----BEGIN PRIVATE KEY-----\nMIIEFAKE\n-----END PRIVATE KEY-----\n","client_email":"fake@fake.example","client_id":"1"}"#;
        assert_eq!(unwrapped("google_bigquery", file), Some((ServiceAccount, None)));
        assert_eq!(unwrapped("google_bigquery", &format!(r#"{{"oauth2":{file}}}"#)), Some((ServiceAccount, None)));
        assert_eq!(unwrapped("netsuite", file), None);
        assert_eq!(unwrapped("acme", file), None);
    }

    #[test]
    fn a_wrapper_with_a_field_of_the_app_has_no_fix() {
        let both = r#"{"access_token":"fake-1","data":{"refresh_token":"fake-2"},"metadata":{}}"#;
        assert_eq!(unwrapped("hubspot", both), Some((Vault, None)));
    }
}
