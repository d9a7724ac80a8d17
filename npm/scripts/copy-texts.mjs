// Copies the texts that the package carries from the repository's root; npm packs only what is in its own folder.
import { copyFileSync } from 'node:fs';

for (const name of ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE']) {
  copyFileSync(new URL(`../../${name}`, import.meta.url), new URL(`../${name}`, import.meta.url));
}
