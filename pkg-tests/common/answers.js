// The app that every environment runs: it checks each of its requests.
import { apps, checkAuthObject, checkRequest } from 'auth-object';
import requests from './requests.js';

function ask({ form, headers, slug, body, authObject, context }) {
  return form ? checkAuthObject(slug, authObject, context) : checkRequest({ headers, slug, body }, context);
}

export function answers() {
  return { apps: apps().length, verdicts: requests.map(ask) };
}
