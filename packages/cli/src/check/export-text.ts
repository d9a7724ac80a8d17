/** What to do with an export of another platform. */
import type { PlatformExport } from 'auth-object/rows';

/** A text that follows the name of the file. */
export function exportText({ help, map }: PlatformExport): string {
  const options = Object.entries(map).map(([name, target]) => `--map ${name}=${target}`);
  return options.length === 0 ? help : `${help} To read what fits: ${options.join(' ')}`;
}
