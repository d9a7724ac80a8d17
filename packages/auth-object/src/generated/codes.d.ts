/** The rules, in the order in which the endpoint checks them. */
export type RuleCode = 'invalid_credentials' | 'linked_account_id_required' | 'invalid_json' | 'slug_required' | 'custom_app' | 'unknown_app' | 'linked_account_not_found' | 'auth_object_required' | 'auth_type' | 'invalid_value' | 'oauth2_fields' | 'keybased_fields' | 'verification_failed';
/** The kinds of hints. */
export type HintCode = 'stringified_auth_object' | 'nested_request' | 'placeholder' | 'masked' | 'export_mark' | 'private_key' | 'foreign_format' | 'near_miss_key' | 'doubled_suffix' | 'url_for_subdomain' | 'subdomain_for_url' | 'id_token' | 'jwt_expired' | 'mode_mismatch' | 'auth_prefix' | 'quoted' | 'invisible_characters' | 'outer_whitespace' | 'unknown_format' | 'no_refresh_token' | 'unsure';
/** Which text of a hint's code applies, if the code has several. */
export type HintVariant = 'password' | 'empty' | 'basic' | 'line_break' | 'host' | 'live' | 'refreshed' | 'same_name' | 'null' | 'error' | 'rounded' | 'text_mark';
/** A change to a string, by name: a fix never contains the value. */
export type Edit = 'trim' | 'strip_quotes' | 'strip_prefix' | 'strip_invisible' | 'to_subdomain' | 'to_url' | 'strip_suffix' | 'parse_json';
