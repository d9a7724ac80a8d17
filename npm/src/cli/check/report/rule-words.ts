/** The rules in few words; those of the endpoint as docs/rules.md has them. */
import type { RuleCode } from '../../../generated/codes.js';

/** What fails, by code. */
export const ruleWords: Readonly<Record<RuleCode | 'invalid_csv', string>> = {
  invalid_credentials: 'x-api-key is absent, blank or unknown',
  linked_account_id_required: 'linked_account_id is absent or blank',
  invalid_json: 'The row is no JSON object',
  slug_required: 'slug is absent, no string, or blank',
  custom_app: 'Custom apps are not supported by the endpoint',
  unknown_app: 'There is no schema for the slug',
  linked_account_not_found: 'The linked account is not among those that are known',
  auth_object_required: 'auth_object is absent or no object',
  auth_type: 'auth_object names no auth type of the app, or several',
  invalid_value: 'A value is no string, or is blank',
  oauth2_fields: 'A key is no oauth2 field of the app, or a required one is missing',
  keybased_fields: 'A key is no keybased field of the app, or a required one is missing',
  verification_failed: 'The provider rejects the credentials',
  invalid_csv: 'The row does not fit the header of the CSV file',
};
