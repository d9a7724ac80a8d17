import type { AuthStructure, Limits } from 'auth-object';
import { registerApp } from 'auth-object';
import { limitOptionOf } from '../command/limit-option.ts';

/**
 * Registers an auth structure that came from outside; the library checks each field.
 *
 * @returns What is wrong with it, if something is: the auth type and field, and what must be there; or the option that raises
 *   a limit.
 */
export function registrationFault(slug: string, structure: unknown, limits?: Limits): string | undefined {
  try {
    registerApp(slug, structure as AuthStructure, { limits });
    return undefined;
  } catch (error) {
    if (!(error instanceof TypeError)) return 'It cannot be read.';
    const fault = error.message.replace(/^registerApp: /, '');
    const option = limitOptionOf(fault);
    return option === undefined ? fault : `${fault} The option is ${option}.`;
  }
}
