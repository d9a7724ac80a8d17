/** Describes an unexpected error by its kind and its place. Its message may quote what was being read. */
export function unexpected(error: unknown): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const place = error instanceof Error ? /([\w.-]+:\d+:\d+)\)?$/m.exec(error.stack ?? '')?.[1] : undefined;
  return `Unexpected ${kind}${place === undefined ? '' : ` at ${place}`}. Please report it, with the command.`;
}
