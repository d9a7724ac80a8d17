/** What a form knows about an app, and the apps that a page has imported. */

/** The control of a field. */
export type InputKind = 'text' | 'password' | 'url' | 'email' | 'select' | 'textarea';

/** One field of an auth type. */
export interface FieldFacts {
  /** The key in the auth_object. */
  readonly name: string;
  readonly label: string;
  /** Absent if the field is required. */
  readonly optional?: true;
  /** An optional field that few people need; the form shows it on demand. */
  readonly more?: true;
  readonly secret?: true;
  /** Absent for `text`, and for `password` if the field is secret. */
  readonly input?: InputKind;
  /** The known values of a `select`. */
  readonly options?: readonly string[];
  /** The part of the provider's address before the value, for example `https://`. */
  readonly prefix?: string;
  /** The part of the provider's address after the value, for example `.myshopify.com`. */
  readonly suffix?: string;
  readonly example?: string;
  /** Where to find the value, or what it is. */
  readonly help?: string;
  /** The address of the vendor's page about this value, if the app's page does not describe it. */
  readonly docs?: string;
}

/** Fields that belong together: all are needed or, with `any`, at least one. */
export interface SetFacts {
  readonly title: string;
  readonly fields: readonly string[];
  readonly any?: true;
  /** Optional fields that only this set uses. */
  readonly with?: readonly string[];
}

/** One way to sign in to an app. */
export interface AuthTypeFacts {
  /** The key in a typed auth_object: `keybased`, `oauth2`. */
  readonly name: string;
  readonly title: string;
  readonly fields: readonly FieldFacts[];
  /** One of these sets must be complete, in addition to the required fields. */
  readonly sets?: readonly SetFacts[];
}

/** One app. */
export interface AppFacts {
  readonly slug: string;
  /** The name as the vendor writes it. */
  readonly brand: string;
  /** The address of the vendor's page about the credentials. */
  readonly docs?: string;
  readonly auth: readonly AuthTypeFacts[];
}

const imported = new Map<string, AppFacts>();

/** Adds an app to all forms of the page. The modules `@auth-object/form/apps/SLUG` call this. */
export function addApp(app: AppFacts): AppFacts {
  imported.set(app.slug, app);
  return app;
}

/** The slugs of all apps that the page has imported. */
export function importedSlugs(): readonly string[] {
  return [...imported.keys()];
}

/** The facts of an app; `undefined` if the page has not imported it. */
export function importedApp(slug: string): AppFacts | undefined {
  return imported.get(slug);
}
