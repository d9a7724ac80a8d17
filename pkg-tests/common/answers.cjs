// The same app for CommonJS.
const { apps, checkAuthObject, checkRequest } = require('auth-object');
const requests = require('./requests.cjs');

function ask({ form, headers, slug, body, authObject, context }) {
  return form ? checkAuthObject(slug, authObject, context) : checkRequest({ headers, slug, body }, context);
}

exports.answers = () => ({ apps: apps().length, verdicts: requests.map(ask) });
