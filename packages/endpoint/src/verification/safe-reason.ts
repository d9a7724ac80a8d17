/** The reason that a verifier gives, without secrets. */
import { CUT, forms, SecretTraces } from './secret-traces.ts';

const REDACTED = '[redacted]';
/** A shorter secret is not one, and would be found in every reason. */
const SHORTEST_SECRET = 4;

/** What the reason may be about. */
export interface ReasonContext {
  /** Values of fields that are secret. */
  readonly secrets: readonly string[];
  /** What is not secret: names of fields and apps, values of other fields. */
  readonly known: readonly string[];
}

/** A reason that can be shown. */
export interface SafeReason {
  readonly reason: string;
  /** Whether it replaces the message of the error. */
  readonly isReplaced: boolean;
}

/**
 * The message of the error. Secrets in it are redacted. If it may contain a secret in another form, such as in base64 or
 * cut, the whole message is replaced by what is known about the error.
 */
export function safeReason(error: unknown, { secrets, known }: ReasonContext): SafeReason {
  const values = secrets.flatMap((secret) => [secret, secret.trim()]).filter((one) => one.length >= SHORTEST_SECRET);
  const message = messageOf(error);
  const shown = values
    .flatMap((value) => [...forms(value), ...(/^[a-z]+$/i.test(value) ? cases(value) : [])])
    // Longest first: a shorter secret may be part of a longer one.
    .sort((a, b) => b.length - a.length)
    .reduce((text, form) => text.replaceAll(form, REDACTED), message);
  const traces = new SecretTraces(values, known);
  if (!traces.areIn(shown)) return { reason: shown, isReplaced: false };
  return { reason: classOf(error, message, traces), isReplaced: true };
}

/** A word as a sentence may have it. One that is short is looked for as it is: "test" is often in a message by chance. */
function cases(word: string): string[] {
  const lower = word.toLowerCase();
  if (word.length < CUT) return [word];
  return [word, lower, word.toUpperCase(), lower.charAt(0).toUpperCase() + lower.slice(1)];
}

function messageOf(error: unknown): string {
  return attempt(() => String(error instanceof Error ? error.message : error)) ?? 'unknown reason';
}

/** The HTTP status or the code of the error. */
function classOf(error: unknown, message: string, traces: SecretTraces): string {
  const { status, statusCode, code, response } = attempt(() => ({ ...(error as object) }) as ErrorFacts) ?? {};
  const statuses = [status, statusCode, attempt(() => response?.status), STATUS.exec(message)?.[0]];
  const answered = statuses.map(Number).find((one) => Number.isInteger(one) && one >= 400 && one <= 599);
  if (answered !== undefined) return `the service answered ${answered}`;
  if (typeof code === 'string' && CODE.test(code) && !traces.areIn(code)) return `the request failed (${code})`;
  return 'the reason may contain a credential, so it is not shown';
}

/** What errors of HTTP clients and of Node have. */
interface ErrorFacts {
  readonly status?: unknown;
  readonly statusCode?: unknown;
  readonly code?: unknown;
  readonly response?: { readonly status?: unknown };
}

/** A status that is not part of a longer word or number. */
const STATUS = /(?<![\w.:/-])[45]\d\d(?![\w./-])/;
/** Such as ENOTFOUND. */
const CODE = /^E[A-Z]{2,20}$/;

/** `undefined` if it throws: anything can be thrown, also what throws when it is read. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
