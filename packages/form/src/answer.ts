/** What the endpoint answered, as a problem of the form. */
import type { FormState, Problem } from './state.js';

/** A status and a body, read already. */
export interface EndpointAnswer {
  readonly status: number;
  /** The body as an object, or as text. */
  readonly body: unknown;
}

/** A `Response` of fetch, not read yet. */
export interface ResponseLike {
  readonly status: number;
  text(): Promise<string>;
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** Characters of the endpoint's words that are shown. */
const MAX_QUOTE_CHARS = 300;
/** A value of fewer characters may stand in any text. */
const MIN_SECRET_CHARS = 4;

export async function readResponse(answer: EndpointAnswer | ResponseLike): Promise<EndpointAnswer> {
  return 'text' in answer ? { status: answer.status, body: await answer.text() } : answer;
}

/** @returns the problem; `undefined` if the endpoint accepted the request. */
export function answerOf(
  { status, body }: EndpointAnswer,
  fields: readonly Field[],
  { words, brand }: Pick<FormState, 'words' | 'brand'>,
): Pick<Problem, 'severity' | 'code' | 'text' | 'quote' | 'field'> | undefined {
  const parsed = parse(body);
  const said = [parsed.message, parsed.error].find((text) => typeof text === 'string') as string | undefined;
  const isOk = status >= 200 && status < 300 && parsed.error === undefined;
  if (isOk) return undefined;
  const field = said === undefined ? undefined : fieldIn(said, fields);
  const isRejected = said?.startsWith('Failed to verify credentials') === true;
  const text =
    status === 401
      ? words.pageKey
      : status === 429
        ? words.tooMany
        : said?.startsWith('linked account') || said?.startsWith('linked_account')
          ? words.account
          : isRejected
            ? words.rejected(brand)
            : status >= 500
              ? words.serverError
              : words.notAccepted;
  return {
    severity: 'error',
    code: 'answer',
    text,
    ...(said === undefined ? {} : { quote: withoutValues(said, fields) }),
    ...(field === undefined ? {} : { field }),
  };
}

function parse(body: unknown): Record<string, unknown> {
  try {
    const value = typeof body === 'string' ? JSON.parse(body) : body;
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The one field that the text names, by its key or its label. */
function fieldIn(text: string, fields: readonly Field[]): string | undefined {
  const words = ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const isNamed = (name: string) => words.includes(` ${name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `);
  const named = fields.filter(({ name, label }) => isNamed(name) || isNamed(label));
  return named.length === 1 ? named[0]?.name : undefined;
}

/** A provider may repeat what it was sent. */
function withoutValues(text: string, fields: readonly Field[]): string {
  let clean = text;
  for (const { value } of fields) {
    if (value.trim().length >= MIN_SECRET_CHARS) clean = clean.replaceAll(value.trim(), '•••');
  }
  return clean.length > MAX_QUOTE_CHARS ? `${clean.slice(0, MAX_QUOTE_CHARS)}…` : clean;
}
