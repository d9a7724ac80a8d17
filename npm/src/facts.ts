/**
 * What the reader sees in a value, for the frame and for the memo: tokens that the rules look at, and apart from them
 * the letters of texts, which no rule looks at.
 */

/** The token of a text value; the text itself is the next of `texts`. */
export const TEXT = -1;
/** The token before a text that is nothing but white space; the text itself is the next token, as there is no secret. */
export const BLANK = -2;
/** A longer list is not kept. */
const FEW = 64;

/** Whether a text is told by its first character, one of the visible ASCII ones, to be not blank. */
export function isVisible(text: string | undefined): boolean {
  if (text === undefined) return false;
  const first = text.charCodeAt(0);
  return first > 0x20 && first < 0x7f;
}

/** Facts in the making. */
export class Facts {
  /** Keys and the slug as they are, kinds of values and counts as numbers, as src/request/frame.rs has them. */
  readonly tokens: (string | number)[] = [];
  /** How many of `tokens` count: a list that stays is faster than one that is emptied. */
  count = 0;
  readonly texts: string[] = [];
  /** How many of `texts` count. */
  textCount = 0;
  /** Whether the tokens say of every text whether it is blank. */
  isPlain = true;

  /** A key, or the number of a kind. */
  token(token: string | number): void {
    this.tokens[this.count++] = token;
  }

  /** A text value. */
  text(value: string): void {
    if (!isVisible(value) && value.trim() === '') {
      this.token(BLANK);
      this.token(value);
      return;
    }
    this.tokens[this.count++] = TEXT;
    this.texts[this.textCount++] = value;
    if (!isVisible(value)) this.isPlain = false;
  }

  /** Forgets everything, the texts above all. */
  clear(): void {
    if (this.count > FEW) this.tokens.length = 0;
    if (this.textCount > FEW) this.texts.length = 0;
    else for (let index = 0; index < this.textCount; index++) this.texts[index] = '';
    this.count = 0;
    this.textCount = 0;
    this.isPlain = true;
  }
}

let spare: Facts | undefined;

/**
 * Empty facts; give them back. A getter or `toJSON` of the value being read may call the library again, so facts that
 * are in use are not used twice.
 */
export function takeFacts(): Facts {
  const facts = spare ?? new Facts();
  spare = undefined;
  return facts;
}

/** Takes facts back. */
export function giveFacts(facts: Facts): void {
  facts.clear();
  spare = facts;
}
