/**
 * Auth structures of the service that the user pasted. They make an app's schema certain for this visit: the browser
 * keeps the names of auth types and fields until the tab is closed, and nothing else.
 */
import { type AuthStructure, registerApp } from 'auth-object';

const PREFIX = 'auth-structure:';

/**
 * Registers every structure of this visit. Leaves out what is not a structure: another page of the same origin can write
 * to the storage.
 *
 * @returns The structures by slug.
 */
export function registerLiveApps(): [string, AuthStructure][] {
  return Object.keys(sessionStorage)
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key): [string, AuthStructure][] => {
      try {
        const [slug, structure] = [key.slice(PREFIX.length), JSON.parse(sessionStorage.getItem(key) ?? '')];
        registerApp(slug, structure);
        return [[slug, structure]];
      } catch {
        return [];
      }
    });
}

/** @throws TypeError if the structure is invalid; its message says why. */
export function addLiveApp(slug: string, structure: AuthStructure): AuthStructure {
  registerApp(slug, structure);
  const names = namesOnly(structure);
  sessionStorage.setItem(PREFIX + slug, JSON.stringify(names));
  return names;
}

/** Only names, and which fields are optional. */
function namesOnly(structure: AuthStructure): AuthStructure {
  const entries = Object.entries(structure).map(([authType, fields]) => {
    const names = Object.entries(fields).map(([name, field]) => {
      const isOptional = typeof field === 'object' && field.required === false;
      return [name, isOptional ? { type: 'string', required: false } : 'string'] as const;
    });
    return [authType, Object.fromEntries(names)] as const;
  });
  return Object.fromEntries(entries);
}

export function removeLiveApp(slug: string): void {
  sessionStorage.removeItem(PREFIX + slug);
}
