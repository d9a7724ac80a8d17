/** What the fast path knows of apps and values: tables that the instance makes. */

import type { Accepted, AcceptedType } from '../wasm/glue.ts';
import { writeAscii } from '../wasm/input-buffer.ts';
import { cacheVersion, guarded, startedGlue } from '../wasm/instance.ts';
import { type Edges, edgesOf } from './ordinary-value.ts';

/** A field, with its bit in masks of fields. */
export interface FieldBits {
  readonly index: number;
  readonly bit: number;
  /** Whether the field has a format or an address, so that the instance must check every value. */
  readonly asks: boolean;
}

/** An auth type, with masks of its fields. */
export interface AuthTypeBits {
  readonly index: number;
  readonly name: string;
  readonly basis: AcceptedType['basis'];
  readonly required: number;
  readonly sets: readonly number[];
  readonly fields: ReadonlyMap<string, FieldBits>;
  /** The bits of the client fields: the instance decides about a flat auth_object that has one. */
  readonly clients: number;
  /** The bit of the access token if it may raise a hint without a refresh token, else 0. */
  readonly accessToken: number;
  readonly refreshToken: number;
}

/** An app that the fast path has seen. */
export interface AppBits {
  readonly number: number;
  readonly types: readonly AuthTypeBits[];
}

/** All tables. */
export interface Tables extends Edges {
  readonly apps: Map<string, AppBits>;
  readonly messages: Accepted;
}

let tables: Tables | undefined;
/** The value of {@link cacheVersion} when the tables were made. */
let tablesOf = -1;

/** The tables, made anew if the instance or the registered apps have changed. */
export function currentTables(): Tables {
  // First, because starting an instance changes the version.
  startedGlue();
  if (tables === undefined || tablesOf !== cacheVersion) {
    tables = guarded((glue) => ({ apps: new Map(), ...edgesOf(glue.ordinary()), messages: glue.accepted() }));
    tablesOf = cacheVersion;
  }
  return tables;
}

/** An app; `undefined` if it is unknown. */
export function appOf({ apps }: Tables, slug: string): AppBits | undefined {
  return apps.get(slug) ?? addApp(apps, slug);
}

function addApp(apps: Map<string, AppBits>, slug: string): AppBits | undefined {
  const acceptance = guarded((glue) => {
    // Through the input buffer, which is zeroed: the slug of a request may be a credential in the wrong place.
    const length = writeAscii(glue, slug);
    return length < 0 ? undefined : glue.acceptance(length);
  });
  if (acceptance === undefined) return undefined;
  const types = acceptance.authTypes.map(typeOf);
  // A flat auth_object is compared with this one first.
  types.sort((a, b) => Number(b.name === 'oauth2') - Number(a.name === 'oauth2'));
  const app = { number: acceptance.app, types };
  apps.set(slug, app);
  return app;
}

function typeOf(
  { name, basis, required, sets, fields, accessToken, refreshToken }: AcceptedType,
  index: number,
): AuthTypeBits {
  const bit = (place: number | undefined) => (place === undefined ? 0 : 1 << place);
  const known = fields.map(({ name, ask }, place): [string, FieldBits] => [
    name,
    { index: place, bit: bit(place), asks: ask },
  ]);
  const clients = fields.reduce((mask, { client }, place) => (client ? mask | bit(place) : mask), 0);
  const tokens = { accessToken: bit(accessToken), refreshToken: bit(refreshToken) };
  return { index, name, basis, required, sets, fields: new Map(known), clients, ...tokens };
}
