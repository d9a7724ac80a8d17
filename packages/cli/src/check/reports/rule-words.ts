/** The rules and the hints in few words; the rules of the endpoint as docs/rules.md has them. */
import type { HintCode } from 'auth-object';
import type { RowCode } from 'auth-object/rows';

/** What fails, by code. */
export const ruleWords: Readonly<Record<RowCode, string>> = {
  invalid_credentials: 'x-api-key is absent, blank or unknown',
  linked_account_id_required: 'linked_account_id is absent or blank',
  invalid_json: 'The row is not a JSON object',
  slug_required: 'slug is absent, not a string, or blank',
  custom_app: 'Custom apps are not supported by the endpoint',
  unknown_app: 'There is no schema for the slug',
  linked_account_not_found: 'The linked account is unknown',
  auth_object_required: 'auth_object is absent or not an object',
  auth_type: 'auth_object names no auth type of the app, or several',
  invalid_value: 'A value is not a string, or is blank',
  oauth2_fields: 'A key is not an oauth2 field of the app, or a required one is missing',
  keybased_fields: 'A key is not a keybased field of the app, or a required one is missing',
  verification_failed: 'The provider rejects the credentials',
  invalid_csv: 'The row of CSV cannot be read',
  too_large: 'The row is too large to be checked',
};

/** What a hint warns of, by code. */
export const hintWords: Readonly<Record<HintCode, string>> = {
  stringified_auth_object: 'auth_object is a JSON string instead of an object',
  nested_request: 'auth_object contains a whole request',
  placeholder: 'A value is a placeholder',
  masked: 'A value is masked or cut off',
  export_mark: 'A value was lost or marked in a database or spreadsheet',
  private_key: 'A private key has a format that the app cannot read',
  foreign_format: 'A value is another credential',
  near_miss_key: 'A key is almost the name of a field',
  doubled_suffix: 'The end of a host name is there twice',
  url_for_subdomain: 'A URL is given where a subdomain or host is needed',
  subdomain_for_url: 'A URL is needed, but the value is not one',
  id_token: 'An ID token is given instead of an access token',
  jwt_expired: 'A token has expired',
  mode_mismatch: 'A credential belongs to the other environment',
  auth_prefix: 'A token starts with Bearer or another word',
  quoted: 'A value is in quotes',
  invisible_characters: 'A value contains invisible characters',
  outer_whitespace: 'A value starts or ends with white space',
  unknown_format: 'A value does not have the expected format',
  no_refresh_token: 'There is no refresh token',
  unsure: 'The endpoint may reject the row',
};
