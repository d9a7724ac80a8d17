/** Puts the variables of a pasted call back into a request. */

/** In JavaScript, writes the variable. */
export function inCode(text: string, expressions: ReadonlyMap<string, string> = new Map()): string {
  let code = text;
  for (const [substitute, source] of expressions) code = code.replaceAll(JSON.stringify(substitute), () => source);
  return code;
}

/** In other formats, writes a placeholder: `YOUR_API_TOKEN` for `process.env.API_TOKEN`. */
export function asPlaceholders(text: string, expressions: ReadonlyMap<string, string> = new Map()): string {
  let plain = text;
  for (const [substitute, source] of expressions) {
    const name = /([A-Za-z_$][\w$]*)\W*$/.exec(source)?.[1] ?? 'VALUE';
    plain = plain.replaceAll(substitute, `YOUR_${name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()}`);
  }
  return plain;
}
