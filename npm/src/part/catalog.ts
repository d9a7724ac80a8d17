/** The part that tells of apps and registers them. */
import text from 'auth-object:wasm/catalog';
import { startPart } from './part.js';

/** What it offers; see src/wasm/views.rs. */
export interface Catalog {
  apps(): number;
  app(length: number): number;
  authStructure(length: number): number;
  inputFields(length: number): number;
  jsonSchema(length: number): number;
  registerApp(length: number): number;
}

let part: Catalog | undefined;

/** The part, started when it is not there yet. */
export function catalog(): Catalog {
  part ??= startPart<Catalog>(text);
  return part;
}
