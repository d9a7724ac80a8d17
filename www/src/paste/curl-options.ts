/** The options of curl that take a value. */

/** What the value of an option is. */
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
  /** The value, if it is in the same argument: `-XPUT`, `--request=PUT`. */
  readonly value?: string;
}

/** Reads one argument of the command; `undefined` if it is an option without a value. */
export function curlOption(argument: string): CurlOption | undefined {
  const meaning = WITH_VALUE[argument];
  if (meaning !== undefined) return { meaning };
  if (argument.startsWith('--')) {
    const [name, ...value] = argument.split('=');
    const long = WITH_VALUE[name as string];
    return long !== undefined && value.length > 0 ? { meaning: long, value: value.join('=') } : undefined;
  }
  // `-sSXPUT`: options without a value, then one with its value.
  for (let at = 1; at < argument.length; at++) {
    const short = WITH_VALUE[`-${argument[at]}`];
    if (short !== undefined)
      return at + 1 < argument.length ? { meaning: short, value: argument.slice(at + 1) } : { meaning: short };
  }
  return undefined;
}
