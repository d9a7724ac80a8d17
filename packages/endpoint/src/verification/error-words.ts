/**
 * Words that errors use. A message that has one of them says nothing about a value that has it too: with the token
 * `expired-token`, a service may answer "Token expired". Shorter words are never looked for.
 */
const ERROR_WORDS = new Set(
  (
    'access account active another authentication authorization bearer blocked client connection credential credentials ' +
    'customer deleted denied disabled error example expired failed forbidden internal invalid locked missing password ' +
    'permission personal private production public refresh rejected removed request required revoked sandbox secret ' +
    'server service session staging suspended token unauthorized unknown username workspace wrong'
  ).split(' '),
);

/** The words of errors in a value of several words. A value that is a single word, such as a password, has none. */
export function errorWords(value: string): string[] {
  const words = value.toLowerCase().split(/[-_. ]+/);
  return words.length < 2 ? [] : words.filter((word) => ERROR_WORDS.has(word));
}
