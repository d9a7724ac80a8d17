// Checks one request twice, and reports what the page is and what was thrown.
import { checkRequest } from 'auth-object';

function outcome() {
  try {
    const { response } = checkRequest({ headers: {}, body: '{}' });
    return { status: response.status, requestId: response.body.request_id };
  } catch (error) {
    return { threw: error.name, message: error.message, cause: String(error.cause) };
  }
}

globalThis.__result = JSON.stringify({
  secure: isSecureContext,
  randomUUID: typeof crypto.randomUUID,
  first: outcome(),
  second: outcome(),
});
