/** The options of curl that say something about a request. */

/** What an option's value is. */
export type CurlMeaning = 'method' | 'header' | 'data' | 'json' | 'form' | 'url' | 'user' | 'other';

const WITH_VALUE: Readonly<Record<string, CurlMeaning>> = {
  '-X': 'method',
  '--request': 'method',
  '-H': 'header',
  '--header': 'header',
  '-d': 'data',
  '--data': 'data',
  '--data-raw': 'data',
  '--data-binary': 'data',
  '--data-ascii': 'data',
  '--data-urlencode': 'data',
  '--json': 'json',
  '-F': 'form',
  '--form': 'form',
  '--url': 'url',
  '-u': 'user',
  '--user': 'user',
  '-A': 'other',
  '--user-agent': 'other',
  '-b': 'other',
  '--cookie': 'other',
  '-e': 'other',
  '--referer': 'other',
  '-o': 'other',
  '--output': 'other',
  '-m': 'other',
  '--max-time': 'other',
  '--connect-timeout': 'other',
  '--retry': 'other',
  '-w': 'other',
  '--write-out': 'other',
  '-x': 'other',
  '--proxy': 'other',
  '--cacert': 'other',
  '--cert': 'other',
  '--key': 'other',
};

export interface CurlOption {
  readonly meaning: CurlMeaning;
  /** The value, if it is written in the same word: `-XPUT`, `--request=PUT`. */
  readonly value?: string;
}

/** Reads one word of the command; `undefined` if it is an option without a value. */
export function curlOption(word: string): CurlOption | undefined {
  const meaning = WITH_VALUE[word];
  if (meaning !== undefined) return { meaning };
  if (word.startsWith('--')) {
    const [name, ...value] = word.split('=');
    const long = WITH_VALUE[name as string];
    return long !== undefined && value.length > 0 ? { meaning: long, value: value.join('=') } : undefined;
  }
  // `-sSXPUT`: letters without a value, then one with its value.
  for (let at = 1; at < word.length; at++) {
    const short = WITH_VALUE[`-${word[at]}`];
    if (short !== undefined)
      return at + 1 < word.length ? { meaning: short, value: word.slice(at + 1) } : { meaning: short };
  }
  return undefined;
}
