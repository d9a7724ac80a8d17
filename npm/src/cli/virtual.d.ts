/** Of the schema files, what only the command line tells; scripts/catalog-modules.mjs makes these modules. */

/** Where the key names of each app are known from, by slug. */
declare module 'auth-object:sources' {
  const sources: Readonly<Record<string, readonly string[]>>;
  export default sources;
}

/** The declarations of generated/catalog.ts, as text. */
declare module 'auth-object:app-types' {
  /** By slug: the app's documentation comment, and its auth types in braces. */
  export const apps: Readonly<Record<string, { readonly comment: string; readonly body: string }>>;
  /** What the bodies refer to, by name, in the order in which they refer to each other. */
  export const helpers: Readonly<Record<string, string>>;
}
