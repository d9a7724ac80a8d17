/** Values that are variables in what was pasted, put back where a request is written. */

/** In JavaScript the variable itself. */
export function inCode(text: string, expressions: ReadonlyMap<string, string> = new Map()): string {
  let code = text;
  for (const [standIn, source] of expressions) code = code.replaceAll(JSON.stringify(standIn), () => source);
  return code;
}

/** Elsewhere a placeholder with its name: `process.env.API_TOKEN` is `YOUR_API_TOKEN`. */
export function asPlaceholders(text: string, expressions: ReadonlyMap<string, string> = new Map()): string {
  let plain = text;
  for (const [standIn, source] of expressions) {
    const name = /([A-Za-z_$][\w$]*)\W*$/.exec(source)?.[1] ?? 'VALUE';
    plain = plain.replaceAll(standIn, `YOUR_${name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()}`);
  }
  return plain;
}
