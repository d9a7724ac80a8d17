/** How sure the catalogue is of an app, in words. */
import type { Basis } from 'auth-object';

export const BASIS: Readonly<Record<Basis, { readonly label: string; readonly words: string }>> = {
  documented: { label: 'Certain', words: 'The platform documents these key names.' },
  labelled: { label: 'Likely', words: 'The platform documents the labels; the key names are read off them.' },
  peer: { label: 'Likely', words: 'The key names come from the vendor or from another public catalogue.' },
  live: { label: 'Certain', words: 'From the service’s own auth structure.' },
};
