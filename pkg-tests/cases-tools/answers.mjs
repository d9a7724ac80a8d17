// The endpoint's answers that the generated cases expect, word for word.
const REQUEST_ID = 'fake-id';
const OAUTH2 = 'access_token and/or refresh_token only permitted in auth_object for OAuth2 based applications';

export const context = () => ({ requestId: REQUEST_ID });

function rejected(message) {
  const body = {
    status_code: 400,
    http_error_type: 'BAD_REQUEST',
    error_code: 'SERVER_ERROR',
    message,
    request_id: REQUEST_ID,
  };
  return { status: 400, body: JSON.stringify(body) };
}

const accepted = (message) => ({ status: 200, body: JSON.stringify({ success: true, message }) });

export const typed = () => accepted('Token migrated successfully');
export const flat = (app) => accepted(`Integration - ${app.slug} created`);
export const invalidValue = () => rejected('auth_object values must be valid strings');

export const authType = (types) =>
  rejected(
    `auth_object must have exactly one top-level key naming the auth type: ${types.map(({ name }) => name).join(', ')}`,
  );

export function fields(app, type) {
  if (type.name === 'oauth2') return rejected(OAUTH2);
  return rejected(
    `${type.names.join(',')} only permitted in auth_object of auth_type: key_based for application ${app.name}.`,
  );
}
