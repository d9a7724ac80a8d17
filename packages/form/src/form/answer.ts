/** Reads the endpoint's answer, and words it for the person at the form. */
import type { FieldFacts } from '../app/facts.ts';
import type { Words } from '../words/words.ts';
import type { EndpointAnswer, Problem, ResponseLike } from './api.ts';
import type { FormContent } from './findings.ts';
import type { Values } from './values.ts';

/** The longest part of the endpoint's message that is shown. */
const MAX_QUOTE_CHARS = 300;
/** Shorter values are not redacted: they may occur in any message. */
const MIN_REDACTED_CHARS = 4;

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
    ...(message === undefined ? {} : { quote: redact(message, values) }),
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

/** A provider's message may repeat the values that it was sent. */
function redact(message: string, values: Values): string {
  const all = Object.values(values).map((value) => value.trim());
  const forms = all.filter(({ length }) => length >= MIN_REDACTED_CHARS).flatMap(formsOf);
  // The longest first: a value may contain another one, and the rest of it would stay.
  forms.sort((a, b) => b.length - a.length);
  let redacted = message;
  for (const form of forms) redacted = redacted.replaceAll(form, '•••');
  return redacted.length > MAX_QUOTE_CHARS ? `${redacted.slice(0, MAX_QUOTE_CHARS)}…` : redacted;
}

/** A value as it is, in a string of JSON, and in a URL: as a form encodes it, with `%20`, and as `encodeURIComponent` does. */
function formsOf(value: string): string[] {
  const inForm = new URLSearchParams({ '': value }).toString().slice(1);
  const inUrl = inForm.replaceAll('+', '%20');
  // `encodeURIComponent` itself throws for half a character.
  const asComponent = inUrl.replaceAll(/%(?:21|27|28|29|7E)/g, decodeURIComponent);
  return [value, JSON.stringify(value).slice(1, -1), inForm, inUrl, asComponent];
}
