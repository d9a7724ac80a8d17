import type { CodeDescription } from './generated/code-description.ts';
import descriptions from './generated/codes.json' with { type: 'json' };

/** Every rule, row fault and hint, each kind in its order. */
export const codes = descriptions as readonly CodeDescription[];
