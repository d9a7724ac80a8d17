/** What the unit tests share: apps from schemas/, and short views of a form's state. */
import { readSchemas } from '../build/schema-file.ts';
import { deriveApp } from '../src/app/derive.ts';
import { type AppFacts, addApp } from '../src/app/facts.ts';
import type { FieldState, Form, Problem } from '../src/form/api.ts';

/** Imports all apps, as `@auth-object/form/apps/SLUG` does. */
export function importApps(): AppFacts[] {
  return readSchemas().map((schema) => addApp(deriveApp(schema)));
}

/** Imports some apps. */
export function importSome(...slugs: string[]): void {
  for (const schema of readSchemas()) if (slugs.includes(schema.slug)) addApp(deriveApp(schema));
}

export function names(form: Form): string[] {
  return form.getState().fields.map(({ name }) => name);
}

export function field(form: Form, name: string): FieldState | undefined {
  return form.getState().fields.find((one) => one.name === name);
}

/** Field, severity and text of each problem. */
export function problems(form: Form): [string | undefined, Problem['severity'], string][] {
  return form.getState().problems.map(({ field, severity, text }) => [field, severity, text]);
}
