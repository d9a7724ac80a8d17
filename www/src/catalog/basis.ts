/** How certain the schema of an app is. */
import type { Basis } from 'auth-object';

export const BASIS: Readonly<Record<Basis, { readonly label: string; readonly text: string }>> = {
  documented: { label: 'Certain', text: 'The platform documents these key names.' },
  labelled: { label: 'Likely', text: 'The platform documents the labels; the key names are derived from them.' },
  peer: { label: 'Likely', text: 'The key names come from the vendor or from another public catalogue.' },
  live: { label: 'Certain', text: 'From the service’s own auth structure.' },
};
