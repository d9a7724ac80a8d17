/** Reads the endpoint's answer, and words it for the person at the form. */
import type { AppFacts, FieldFacts } from '../app/facts.ts';
import type { Words } from '../words/words.ts';
import type { EndpointAnswer, Problem, ResponseLike } from './api.ts';
import type { FormContent } from './findings.ts';
import { passwordsIn } from './passwords-in.ts';
import type { Values } from './values.ts';

/** The longest part of the endpoint's message that is shown. */
const MAX_QUOTE_CHARS = 300;
/** Shorter secrets are not redacted: they may occur in any message. */
const MIN_REDACTED_CHARS = 4;
/** A shorter secret of letters only or digits only may be a piece of another word or number. */
const MAX_WORD_CHARS = 7;

export async function readResponse(answer: EndpointAnswer | ResponseLike): Promise<EndpointAnswer> {
  return 'text' in answer ? { status: answer.status, body: await answer.text() } : answer;
}

/**
 * @param name - Of an app that is not imported.
 * @returns The problem in an answer; `undefined` if the endpoint accepted the request.
 */
export function problemIn(
  { status, body }: EndpointAnswer,
  { selection, values, words }: FormContent,
  name: string,
): Omit<Problem, 'label' | 'isFixable'> | undefined {
  const { message: mainMessage, error } = parse(body);
  if (status >= 200 && status < 300 && error === undefined) return undefined;
  const message = [mainMessage, error].find((text) => typeof text === 'string');
  const field = message === undefined ? undefined : fieldIn(message, selection.fields);
  return {
    severity: 'error',
    code: 'answer',
    text: textFor(status, message, words, selection.app?.brand ?? name),
    ...(message === undefined ? {} : { quote: redact(message, secretsIn(values, selection.app)) }),
    ...(field === undefined ? {} : { field }),
  };
}

function parse(body: unknown): { message?: unknown; error?: unknown } {
  try {
    const value = typeof body === 'string' ? JSON.parse(body) : body;
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The endpoint has no codes for these; its messages are the only difference. */
function textFor(status: number, message: string | undefined, words: Words, brand: string): string {
  if (status === 401) return words.pageKey;
  if (status === 429) return words.tooMany;
  if (message?.startsWith('linked account') || message?.startsWith('linked_account')) return words.account;
  if (message?.startsWith('Failed to verify credentials')) return words.rejected(brand);
  return status >= 500 ? words.serverError : words.notAccepted;
}

/** The field that the message names, by its key or its label; `undefined` if it names none or several. */
function fieldIn(message: string, fields: readonly FieldFacts[]): string | undefined {
  const spaced = (text: string) => ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const isNamed = (name: string) => spaced(message).includes(spaced(name));
  const named = fields.filter(({ name, label }) => isNamed(name) || isNamed(label));
  return named.length === 1 ? named[0]?.name : undefined;
}

/**
 * The values of secret fields, of those that the app does not have, and of those that contain a password; the passwords
 * also alone. The person may look for a slip in the others.
 */
function secretsIn(values: Values, app: AppFacts | undefined): string[] {
  const fields = app?.auth.flatMap((authType) => authType.fields) ?? [];
  const isSecret = (name: string) => {
    const known = fields.filter((field) => field.name === name);
    return known.length === 0 || known.some(({ secret }) => secret);
  };
  return Object.keys(values).flatMap((name) => {
    const value = (values[name] ?? '').trim();
    const passwords = passwordsIn(value);
    return isSecret(name) || passwords.length > 0 ? [value, ...passwords] : [];
  });
}

/** A provider's message may repeat the secrets that it was sent. */
function redact(message: string, secrets: readonly string[]): string {
  const forms = secrets.filter(({ length }) => length >= MIN_REDACTED_CHARS).flatMap(formsOf);
  // The longest first: a secret may contain another one, and the rest of it would stay.
  forms.sort((a, b) => b.length - a.length);
  let redacted = message;
  for (const form of forms) redacted = redacted.replaceAll(isWord(form) ? wholeWord(form) : form, '•••');
  return redacted.length > MAX_QUOTE_CHARS ? `${redacted.slice(0, MAX_QUOTE_CHARS)}…` : redacted;
}

function isWord(text: string): boolean {
  return text.length <= MAX_WORD_CHARS && /^(?:\p{L}+|\p{N}+)$/u.test(text);
}

/** The word where no letter or digit is beside it. Those of an escape, as in `%40word` or `\nword`, do not count. */
function wholeWord(word: string): RegExp {
  const before = String.raw`^|[^\p{L}\p{N}]|%[\dA-Fa-f]{2}|\\[bfnrt]|\\u[\dA-Fa-f]{4}`;
  return new RegExp(String.raw`(?<=${before})${word}(?![\p{L}\p{N}])`, 'gu');
}

/** A value as it is, in a string of JSON, and in a URL: as a form encodes it, with `%20`, and as `encodeURIComponent` does. */
function formsOf(value: string): string[] {
  const inForm = new URLSearchParams({ '': value }).toString().slice(1);
  const inUrl = inForm.replaceAll('+', '%20');
  // `encodeURIComponent` itself throws for half a character.
  const asComponent = inUrl.replaceAll(/%(?:21|27|28|29|7E)/g, decodeURIComponent);
  return [value, JSON.stringify(value).slice(1, -1), inForm, inUrl, asComponent];
}
