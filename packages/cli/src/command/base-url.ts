import { InvalidArgumentError } from 'commander';

/** The service. */
export const BASE_URL = 'https://app.refold.ai';

/**
 * Reads `--base-url`: where `/api/v2/public/…` is added.
 *
 * @returns The URL without a slash at its end.
 * @throws InvalidArgumentError for what is no http or https URL, or holds more than a host and a path.
 */
export function baseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('It must be an http(s) URL.');
  // A password in it would stand in files and messages.
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new InvalidArgumentError('It must have no user, query or fragment.');
  }
  return url.href.replace(/\/+$/, '');
}
