//! The platforms, and the keys by which their exports are recognized. The keys are those of the platforms' documented API
//! answers and export files.

use super::export::Export;
use super::key_paths::KeyPaths;

/// A platform.
pub(super) struct Platform {
    pub export: Export,
    /// Returns `true` for the keys of its exports, which no row of ours has.
    pub is_it: fn(&KeyPaths<'_>) -> bool,
}

/// The keys of some are described in <https://docs.n8n.io/hosting/cli-commands/>,
/// <https://nango.dev/docs/reference/backend/http-api/connection/get>,
/// <https://pipedream.com/docs/connect/api-reference/list-accounts> and
/// <https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2>.
pub(super) static PLATFORMS: [Platform; 10] = [
    Platform {
        export: Export {
            platform: "n8n",
            map: &[
                ("type", "slug"),
                ("data.oauthTokenData.access_token", "oauth2.access_token"),
                ("data.oauthTokenData.refresh_token", "oauth2.refresh_token"),
                ("data.host", "host"),
                ("data.port", "port"),
                ("data.username", "username"),
                ("data.privateKey", "pem_key"),
            ],
            help: "is an export of n8n. type is the app: hubspotOAuth2Api is hubspot. data.oauthTokenData has the tokens, and data the other fields under n8n's names: privateKey is pem_key. Write numbers such as port as strings. The linked account is not in the file.",
        },
        is_it: |keys| is_n8n(keys) && keys.string("data").is_none(),
    },
    Platform {
        export: Export {
            platform: "n8n",
            map: &[],
            help: "is an encrypted export of n8n. Export the credentials with: n8n export:credentials --all --decrypted",
        },
        is_it: is_n8n,
    },
    Platform {
        export: Export {
            platform: "Nango",
            map: &[
                ("provider", "slug"),
                ("tags.end_user_id", "linked_account_id"),
                ("credentials.access_token", "oauth2.access_token"),
                ("credentials.refresh_token", "oauth2.refresh_token"),
            ],
            help: "is an export of Nango. provider is the app, tags.end_user_id, end_user.id or connection_id the linked account. credentials has the tokens, or apiKey, username and password, and connection_config the other fields. The list of connections has no credentials: get each connection, with refresh_token=true.",
        },
        is_it: |keys| keys.has_all(&["connection_id", "provider_config_key"]),
    },
    Platform {
        export: Export {
            platform: "Pipedream Connect",
            map: &[
                ("app.name_slug", "slug"),
                ("external_id", "linked_account_id"),
                ("credentials.oauth_access_token", "oauth2.access_token"),
                ("credentials.oauth_refresh_token", "oauth2.refresh_token"),
            ],
            help: "is an export of Pipedream Connect. Its rows are under data. app.name_slug is the app: salesforce_rest_api is salesforce. external_id is the linked account, and credentials has oauth_access_token and oauth_refresh_token, or the app's fields.",
        },
        is_it: |keys| {
            keys.has_all(&["app.name_slug", "external_id"]) || keys.has_all(&["app.name_slug", "credentials"])
        },
    },
    Platform {
        export: Export {
            platform: "Composio",
            map: &[
                ("toolkit.slug", "slug"),
                ("user_id", "linked_account_id"),
                ("state.val.access_token", "oauth2.access_token"),
                ("state.val.refresh_token", "oauth2.refresh_token"),
            ],
            help: "is an export of Composio. Its rows are under items. toolkit.slug is the app, user_id the linked account, and state.val has the credentials. Composio shows only the start of a secret unless the project allows it, and never those of its own apps.",
        },
        is_it: |keys| keys.has_all(&["toolkit.slug", "auth_config"]) || keys.has_all(&["toolkit.slug", "authConfig"]),
    },
    Platform {
        export: Export {
            platform: "HashiCorp Vault",
            map: &[("data.data", "auth_object")],
            help: "is an answer of HashiCorp Vault (KV version 2). data.data has the fields. The app and the linked account are not in the answer, but maybe in the path of the secret.",
        },
        is_it: |keys| keys.has_all(&["data.data", "data.metadata", "data.metadata.version", "data.metadata.destroyed"]),
    },
    Platform {
        export: Export {
            platform: "Activepieces",
            map: &[
                ("pieceName", "slug"),
                ("value.access_token", "oauth2.access_token"),
                ("value.refresh_token", "oauth2.refresh_token"),
            ],
            help: "is an export of Activepieces. pieceName is the app: @activepieces/piece-hubspot is hubspot. value has the credentials, unless they are encrypted or left out: its API never returns them. The linked account is not in the file.",
        },
        is_it: |keys| keys.has_all(&["pieceName", "externalId"]) || keys.has_all(&["pieceName", "value"]),
    },
    Platform {
        export: Export {
            platform: "Apideck",
            map: &[
                ("service_id", "slug"),
                ("consumer_id", "linked_account_id"),
                ("credentials.access_token", "oauth2.access_token"),
                ("credentials.refresh_token", "oauth2.refresh_token"),
            ],
            help: "is an export of Apideck Vault. service_id is the app, consumer_id the linked account, credentials has the tokens and settings the other fields. Its API never returns OAuth tokens.",
        },
        is_it: |keys| keys.has_all(&["service_id", "unified_api"]),
    },
    Platform {
        export: Export {
            platform: "Truto",
            map: &[
                ("integration.name", "slug"),
                ("tenant_id", "linked_account_id"),
                ("context.oauth.token.access_token", "oauth2.access_token"),
                ("context.oauth.token.refresh_token", "oauth2.refresh_token"),
            ],
            help: "is an export of Truto. integration.name is the app, tenant_id the linked account, and context has the credentials. Its API never returns secrets.",
        },
        is_it: |keys| keys.has_all(&["tenant_id", "environment_integration_id"]),
    },
    Platform {
        export: Export {
            platform: "Ampersand",
            map: &[
                ("provider", "slug"),
                ("group.groupRef", "linked_account_id"),
                ("oauth2AuthorizationCode.accessToken.token", "oauth2.access_token"),
                ("oauth2AuthorizationCode.refreshToken.token", "oauth2.refresh_token"),
            ],
            help: "is an export of Ampersand. provider is the app, group.groupRef the linked account. oauth2AuthorizationCode has the tokens, apiKey is the key, and providerMetadata has the other fields.",
        },
        is_it: |keys| keys.has_all(&["group.groupRef", "projectId", "provider"]),
    },
];

/// Returns `true` for a credential of n8n. `id`, `name`, `type` and `data` are names that other rows have too.
fn is_n8n(keys: &KeyPaths<'_>) -> bool {
    const OWN_KEYS: [&str; 5] = ["data.oauthTokenData", "nodesAccess", "isManaged", "isGlobal", "homeProject"];
    const TYPE_ENDS: [&str; 5] = ["Api", "OAuth2", "OAuth1", "AppToken", "ServiceAccount"];
    // Credentials of n8n's own nodes whose names end otherwise.
    const TYPES: [&str; 22] = [
        "amqp",
        "aws",
        "crateDb",
        "ftp",
        "httpBasicAuth",
        "httpCustomAuth",
        "httpDigestAuth",
        "httpHeaderAuth",
        "httpQueryAuth",
        "imap",
        "jwtAuth",
        "kafka",
        "microsoftSql",
        "mongoDb",
        "mySql",
        "postgres",
        "rabbitmq",
        "redis",
        "sftp",
        "smtp",
        "sshPassword",
        "sshPrivateKey",
    ];
    let Some(kind) = keys.string("type").filter(|_| ["id", "name", "data"].iter().all(|key| keys.has(key))) else {
        return false;
    };
    let kind = kind.decode();
    OWN_KEYS.iter().any(|key| keys.has(key))
        || TYPES.contains(&&*kind)
        || TYPE_ENDS.iter().any(|end| kind.ends_with(end)) && kind.starts_with(|first: char| first.is_ascii_lowercase())
}
