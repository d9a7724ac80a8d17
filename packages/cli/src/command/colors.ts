/** Colours on terminals. */
import picocolors from 'picocolors';

/** Functions that colour a text: `colors.red("text")`. Without colours, they return it as it is. */
export type Colors = ReturnType<typeof picocolors.createColors>;

/**
 * Whether a stream gets colours: not with `--no-color` or a `NO_COLOR` (https://no-color.org) that is not empty; always
 * with a `FORCE_COLOR` other than `0`; otherwise on a terminal that can show them.
 */
export function hasColors(stream: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (process.argv.includes('--no-color') || (NO_COLOR !== undefined && NO_COLOR !== '')) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return stream.isTTY === true && TERM !== 'dumb';
}

/** The colours for what is written to a stream. */
export function colorsFor(stream: { readonly isTTY?: boolean }): Colors {
  return picocolors.createColors(hasColors(stream));
}
