//! Recognizes exports, and nothing else.
#![allow(clippy::unwrap_used)]

use super::recognize;

fn platform(row: &str) -> Option<&'static str> {
    recognize(row.as_bytes()).map(|export| export.platform)
}

#[test]
fn exports_are_recognized() {
    for (name, row) in [
        ("n8n", r#"{"id":"1","name":"a","type":"hubspotOAuth2Api","data":{"oauthTokenData":{"access_token":"fake"}}}"#),
        ("n8n", r#"{"id":"1","name":"a","type":"sftp","data":{"host":"h.example"}}"#),
        ("n8n", r#"{"id":"1","name":"a","data":"fake","type":"stripeApi","isManaged":false}"#),
        ("n8n", r#"{"id":"1","name":"a","data":{},"type":"somethingNew","nodesAccess":[]}"#),
        ("Nango", r#"{"id":1,"connection_id":"a","provider_config_key":"hubspot","credentials":{}}"#),
        ("Nango", r#"{"connections":[{"id":1,"connection_id":"a","provider_config_key":"hubspot"}]}"#),
        (
            "Pipedream Connect",
            r#"{"page_info":{"count":1},"data":[{"app":{"name_slug":"x"},"credentials":{"a":"fake"}}]}"#,
        ),
        ("Pipedream Connect", r#"{"data":{"accounts":[{"app":{"name_slug":"x"},"external_id":"a"}]}}"#),
        ("Pipedream Connect", r#"{"app":{"name_slug":"x"},"external_id":"a"}"#),
        ("Composio", r#"{"items":[{"toolkit":{"slug":"hubspot"},"auth_config":{"id":"a"},"state":{"val":{}}}]}"#),
        ("Composio", r#"{"toolkit":{"slug":"hubspot"},"authConfig":{"id":"a"}}"#),
        (
            "HashiCorp Vault",
            r#"{"request_id":"a","data":{"data":{"a":"fake"},"metadata":{"version":1,"destroyed":false}}}"#,
        ),
        (
            "HashiCorp Vault",
            r#"{"c/acme/x":{"data":{"data":{"a":"fake"},"metadata":{"version":1,"destroyed":false}}}}"#,
        ),
        ("Activepieces", r#"{"externalId":"a","type":"OAUTH2","pieceName":"@activepieces/piece-x","value":{}}"#),
        ("Apideck", r#"{"consumer_id":"a","unified_api":"crm","service_id":"hubspot"}"#),
        ("Apideck", r#"{"status":"OK","data":[{"id":"a","service_id":"hubspot","unified_api":"crm"}]}"#),
        ("Truto", r#"{"result":[{"tenant_id":"a","environment_integration_id":"b","integration":{"name":"x"}}]}"#),
        ("Ampersand", r#"{"projectId":"a","provider":"x","group":{"groupRef":"a"},"apiKey":"fake"}"#),
    ] {
        assert_eq!(platform(row), Some(name), "{row}");
    }
}

#[test]
fn other_rows_are_not_exports() {
    for row in [
        r#"{"slug":"hubspot","auth_object":{"access_token":"fake"}}"#,
        r#"{"slug":"hubspot","type":"sftp","id":"1","name":"a","data":{}}"#,
        r#"{"id":"1","name":"a","type":"hubspotOAuth2Api","data":{},"auth_object":{}}"#,
        r#"{"id":"1","name":"a","type":"oauth2","data":{"access_token":"fake"}}"#,
        r#"{"id":"1","name":"a","type":"API","data":{"token":"fake"}}"#,
        r#"{"type":"sftp","data":{"host":"h.example"}}"#,
        r#"{"id":"1","name":"a","type":{"x":1},"data":{}}"#,
        r#"{"provider":"hubspot","account":"a","token":"fake"}"#,
        r#"{"data":[{"slug":"hubspot","auth_object":{}}],"page_info":{"count":1}}"#,
        r#"{"data":{"data":{"a":"fake"}}}"#,
        r#"{"items":[],"next_cursor":null}"#,
        r#"{"connections":[]}"#,
        r#"{"toolkit":{"slug":"hubspot"}}"#,
        r#"{"credentials":{"access_token":"fake"},"user_id":"a"}"#,
        r#"{"connection_id":"a","provider_config_key":"#,
        r#"[{"connection_id":"a","provider_config_key":"b"}]"#,
    ] {
        assert_eq!(platform(row), None, "{row}");
    }
}

#[test]
fn keys_of_deep_and_large_rows_are_not_all_read() {
    let deep = "{\"a\":".repeat(500) + "1" + &"}".repeat(500);
    assert_eq!(platform(&deep), None);
    let wide: Vec<String> = (0..600).map(|count| format!("\"k{count}\":1")).collect();
    assert_eq!(platform(&format!("{{{},\"unified_api\":1,\"service_id\":2}}", wide.join(","))), None);
}
