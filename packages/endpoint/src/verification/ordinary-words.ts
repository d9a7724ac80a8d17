/**
 * The ordinary words of a value such as `expired-token`. A message that has one of them, as in "Token expired", says
 * nothing about the value.
 */

/** What may be between the words of a value. */
const SEPARATORS = /[-_. ]+/;
const SEPARATORS_AROUND = /^[-_. ]+|[-_. ]+$/g;
const WORD = /^(?:[a-z]+|[A-Z][a-z]+|[A-Z]+)$/;
const LONGEST_WORD = 15;
/** A longer value is not one that a person typed. */
const LONGEST_WITH_WORDS = 100;
/** "expired", "expires", "expiring" */
const ENDING = '(?:ing|e?[ds]|e)';
/** What stands for characters that are not shown. */
const MASK = '(?:…|\\.\\.|[*•]|xxx)';

/**
 * The words in lower case. A value that is a single word, such as a password, has none; neither has a random part, which
 * has both cases or lacks vowels.
 */
export function ordinaryWords(value: string): string[] {
  if (value.length > LONGEST_WITH_WORDS) return [];
  const all = value.split(SEPARATORS).filter((part) => part !== '');
  return all.length < 2 ? [] : all.filter(isOrdinary).map((word) => word.toLowerCase());
}

/** Passphrases have this many words or more; messages seldom have as many words of a value in a row. */
const LONGEST_RUN = 4;

/** The runs of words of a value that show it, as {@link onlyWords} writes them. */
export function runsOfWords(value: string): string[] {
  if (ordinaryWords(value).length < LONGEST_RUN) return [];
  const all = onlyWords(value).trim().split(' ');
  return all.slice(LONGEST_RUN - 1).map((_, start) => all.slice(start, start + LONGEST_RUN).join(' '));
}

/** A text in lower case, with a space for what is between words. */
export function onlyWords(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** Whether a piece of a value has characters of one of these words only. */
export function isPartOf(words: readonly string[], piece: string): boolean {
  const letters = piece.replace(SEPARATORS_AROUND, '');
  return words.some((word) => word.includes(letters));
}

/** Whether a text is a word, in lower or upper case or capitalised. */
export function isOrdinary(text: string): boolean {
  return WORD.test(text) && text.length <= LONGEST_WORD && /[aeiouy]/i.test(text) && !/[^aeiouy]{5}/i.test(text);
}

/** Finds these words in lower case, in their usual forms, but not if something next to them is masked: `expired-***`. */
export function wholeWords(words: ReadonlySet<string>): RegExp {
  if (words.size === 0) return /(?!)/g;
  const stems = [...words].map((word) => word.replace(new RegExp(`${ENDING}$`), ''));
  const before = `(?<![\\p{L}\\p{N}])(?<!${MASK}[-_. ]?)`;
  const after = `(?![\\p{L}\\p{N}])(?![-_. ]?${MASK})`;
  return new RegExp(`${before}(?:${stems.join('|')})${ENDING}?${after}`, 'gu');
}
