/** What a form needs to know of an app, and the apps that a page has imported. */

/** The control of a field. */
export type InputKind = 'text' | 'password' | 'url' | 'email' | 'select' | 'textarea';

/** One field of an auth type. */
export interface FieldFacts {
  /** The key in the auth_object. */
  readonly name: string;
  readonly label: string;
  /** Absent if the field is required. */
  readonly optional?: true;
  /** Shown only on demand: an optional field that few people need. */
  readonly more?: true;
  readonly secret?: true;
  /** Absent for `text`, and for `password` if the field is secret. */
  readonly input?: InputKind;
  /** The known values of a `select`. */
  readonly options?: readonly string[];
  /** What stands before and after the value in the provider's address. */
  readonly prefix?: string;
  readonly suffix?: string;
  readonly example?: string;
  /** Where to find the value. */
  readonly help?: string;
  /** A page of the vendor about the value. */
  readonly docs?: string;
}

/** Fields of which all are needed or, with `any`, at least one. */
export interface SetFacts {
  readonly title: string;
  readonly fields: readonly string[];
  readonly any?: true;
  /** Optional fields that make sense with this set only. */
  readonly with?: readonly string[];
}

/** One way to sign in to an app. */
export interface AuthTypeFacts {
  /** The key in a typed auth_object: `keybased`, `oauth2`. */
  readonly name: string;
  readonly title: string;
  readonly fields: readonly FieldFacts[];
  /** Sets of fields of which one must be complete, on top of the required fields. */
  readonly sets?: readonly SetFacts[];
}

/** One app. */
export interface AppFacts {
  readonly slug: string;
  /** The name as the vendor writes it. */
  readonly brand: string;
  readonly auth: readonly AuthTypeFacts[];
}

const imported = new Map<string, AppFacts>();

/** Makes an app known to every form of the page; the modules `@auth-object/form/apps/SLUG` call it. */
export function addApp(app: AppFacts): AppFacts {
  imported.set(app.slug, app);
  return app;
}

/** The facts of an app that the page has imported. */
export function importedApp(slug: string): AppFacts | undefined {
  return imported.get(slug);
}
