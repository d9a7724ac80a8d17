// Checks the answers that common/ got from the local endpoint.
import assert from 'node:assert/strict';

const long = (status, type, message) =>
  JSON.stringify({
    ...{ status_code: status, http_error_type: type, error_code: 'SERVER_ERROR', message },
    request_id: '…',
  });

const ACCOUNT = {
  ...{ _id: '…', account_id: 'account:12345', name: null, environment: 'test' },
  integrations: [{ slug: 'slack', auth_type: 'oauth2', status: 'active', connectedAt: '…' }],
};

const EXPECTED = [
  [200, '{"success":true,"message":"Integration - slack created"}'],
  [200, '{"success":true,"message":"Integration - slack updated"}'],
  [400, long(400, 'BAD_REQUEST', 'auth_object values must be valid strings')],
  [200, '{"error":"Custom apps are not supported for this endpoint."}'],
  [401, long(401, 'UNAUTHORIZED', 'Invalid Credentials')],
  [413, long(413, 'PAYLOAD_TOO_LARGE', 'Request body must not be larger than 4096 bytes')],
  [200, '{"keybased":{"api_token":"string","email":"string"}}'],
  [500, '{"error":"SERVER_ERROR","message":"Schema not found for integration type: test-app"}'],
  [200, JSON.stringify([ACCOUNT])],
  [200, '{"success":true}'],
  [404, long(404, 'NOT_FOUND', 'Route not found')],
];

/** @param {string} text the result of endpointCalls, as JSON */
export function checkEndpoint(text) {
  assert.deepEqual(JSON.parse(text), EXPECTED);
}

const REGISTERED = [
  [200, { success: true, message: 'Token migrated successfully' }],
  [200, { keybased: { api_key: 'string' } }],
];

/** @param {string} text the result of registeredApp, as JSON */
export function checkRegistered(text) {
  assert.deepEqual(JSON.parse(text), REGISTERED);
}
