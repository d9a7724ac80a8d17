/** Finds the passwords in an address or a connection string. */

const PASSWORDS = [
  // https://USER:PASSWORD@HOST
  /^(?:[\w+.-]+:){0,3}\/\/[^\s/:@]*:(.+)@/,
  // USER/PASSWORD@HOST, USER:PASSWORD@HOST, jdbc:oracle:thin:USER/PASSWORD@HOST
  /^(?:jdbc:(?:\w+:){1,3}|(?!jdbc:))[^\s/:@]+[/:](?![\s/])(.+)@/,
  // jdbc:postgresql://HOST/?password=PASSWORD, Server=HOST;Password=PASSWORD
  /(?:password|passwd|pwd)\s*=\s*([^\s;&]+)/i,
];
/** The password, if there is another `@` behind the host. */
const BEFORE_HOST = /^[^/?#]+(?=@)/;

/** The passwords as they are and decoded. If the end of one is in doubt, both readings. */
export function passwordsIn(value: string): string[] {
  const found = PASSWORDS.flatMap((pattern) => pattern.exec(value)?.[1] ?? []);
  const all = [...found, ...found.flatMap((password) => BEFORE_HOST.exec(password)?.[0] ?? [])];
  return [...all, ...all.map(decoded)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
