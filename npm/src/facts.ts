/**
 * What the reader sees in a value, for the frame and for the memo: tokens and names that the rules look at, and apart
 * from them the letters of texts, which no rule looks at.
 */

/** The token of a text; the text itself is the next of `texts`. */
export const TEXT = -1;
/** The token of a text whose letters count, as it is the slug or nothing but white space; it is the next of `names`. */
export const NAME = -2;
/** Added to the token of an object's member: its key is the next of `names`, before what the token itself stands for. */
export const MEMBER = 1 << 28;
/** A longer list is not kept. */
const FEW = 64;

/** Whether a token is that of a member. */
export function isMember(token: number): boolean {
  return token >= MEMBER + NAME;
}

/** Whether a text is told by its first character, one of the visible ASCII ones, to be not blank. */
export function isVisible(text: string | undefined): boolean {
  if (text === undefined) return false;
  const first = text.charCodeAt(0);
  return first > 0x20 && first < 0x7f;
}

/** Facts in the making. Of each list a count says how much of it holds: a list that stays is faster than a new one. */
export class Facts {
  /** Kinds of values and counts as src/request/frame.rs has them, and the tokens above. */
  readonly tokens: number[] = [];
  count = 0;
  /** Keys, and texts whose letters count. */
  readonly names: string[] = [];
  nameCount = 0;
  readonly texts: string[] = [];
  textCount = 0;
  /** Whether the tokens say of every text whether it is blank. */
  isPlain = true;
  /** The keys from the body to the value being read. */
  readonly place: string[] = ['', '', ''];
  depth = 0;

  /** The number of a kind, or one of the tokens above. */
  token(token: number): void {
    this.tokens[this.count++] = token;
  }

  /** A key, or a text whose letters count. */
  name(name: string): void {
    this.names[this.nameCount++] = name;
  }

  /** A text value; `member` is MEMBER or 0. */
  text(value: string, member: number): void {
    if (!isVisible(value) && value.trim() === '') {
      this.token(member + NAME);
      this.name(value);
      return;
    }
    this.token(member + TEXT);
    this.texts[this.textCount++] = value;
    if (!isVisible(value)) this.isPlain = false;
  }

  /** Says which key is being read, and at how many keys from the body it stands. */
  enter(key: string, depth: number): void {
    this.place[depth - 1] = key;
    this.depth = depth;
  }

  /** Forgets everything, the texts above all. */
  clear(): void {
    if (this.count > FEW) this.tokens.length = 0;
    if (this.nameCount > FEW) this.names.length = 0;
    if (this.textCount > FEW) this.texts.length = 0;
    else for (let index = 0; index < this.textCount; index++) this.texts[index] = '';
    this.count = 0;
    this.nameCount = 0;
    this.textCount = 0;
    this.depth = 0;
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

/** Takes facts back; what is not given back, because a call threw, is gone with the call. */
export function giveFacts(facts: Facts): void {
  facts.clear();
  spare = facts;
}
