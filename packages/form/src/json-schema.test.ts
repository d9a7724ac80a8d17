import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { checkAuthObject } from 'auth-object';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { importApps } from '../test/forms.ts';
import { createForm } from './form/create-form.ts';
import { type Draft, jsonSchema, uiSchema } from './json-schema.ts';

const apps = importApps();
const ajvs: Record<Draft, Ajv> = { '7': new Ajv({ strict: false }), '2020-12': new Ajv2020({ strict: false }) };

/** The values that each set of each auth type needs. */
const filled = apps.flatMap((app) =>
  app.auth.flatMap(({ name, sets }) =>
    (sets ?? [undefined]).map((set) => {
      const form = createForm({ slug: app.slug, authType: name });
      if (set) form.setSet(set.title);
      const needed = form.getState().fields.filter(({ required, isOneOf }) => required || isOneOf);
      const values = Object.fromEntries(needed.map((field) => [field.name, field.options?.[0] ?? 'fake-value-1234']));
      return { slug: app.slug, authType: name, set: set?.title ?? '', values };
    }),
  ),
);

describe.each(['2020-12', '7'] as const)('draft %s', (draft) => {
  const compiled = new Map<string, ReturnType<Ajv['compile']>>();
  const validate = (slug: string, authType: string | undefined, value: unknown) => {
    const key = `${slug} ${authType}`;
    const check = compiled.get(key) ?? ajvs[draft].compile(jsonSchema(slug, authType, draft));
    compiled.set(key, check);
    return check(value);
  };

  test('accepts what the library accepts: each set of each app, without blank fields', { timeout: 60_000 }, () => {
    for (const { slug, authType, values } of filled) {
      expect(checkAuthObject(slug, { [authType]: values }).ok, slug).toBe(true);
      expect(validate(slug, authType, values), `${slug} ${authType}`).toBe(true);
      expect(validate(slug, undefined, { [authType]: values }), slug).toBe(true);
      expect(validate(slug, authType, {}), slug).toBe(false);
      for (const name of Object.keys(values)) {
        const { [name]: _, ...rest } = values;
        const isAccepted = checkAuthObject(slug, { [authType]: rest }).ok;
        expect(validate(slug, authType, rest), `${slug} without ${name}`).toBe(isAccepted);
        expect(validate(slug, authType, { ...values, [name]: ' ' }), `${slug} with a blank ${name}`).toBe(false);
      }
    }
  });

  test('branches have titles', () => {
    const titles = (schema: Record<string, unknown>) => (schema.anyOf as { title: string }[]).map(({ title }) => title);
    expect(titles(jsonSchema('netsuite', undefined, draft))).toEqual(['Token-based authentication', 'OAuth 2.0']);
    expect(titles(jsonSchema('sftp', 'keybased', draft))).toEqual(['Password', 'Private key']);
  });
});

test('the errors about an unknown app and an unknown auth type name the remedy', () => {
  const slugs = apps.map(({ slug }) => slug).join(', ');
  expect(() => jsonSchema('nothing')).toThrow(
    `The app of this slug is not imported. Add: import '@auth-object/form/apps/SLUG'. Imported apps: ${slugs}.`,
  );
  expect(() => uiSchema('sftp', 'oauth2')).toThrow('SFTP does not have this auth type. Its auth types: keybased.');
});

test('react-jsonschema-form renders it', () => {
  for (const draft of ['7', '2020-12'] as const) {
    const html = renderToString(
      createElement(Form, {
        schema: { ...jsonSchema('sftp', 'keybased', draft), $schema: undefined as never },
        uiSchema: uiSchema('sftp', 'keybased'),
        validator,
      }),
    );
    expect(html).toContain('Private key');
    expect(html).toMatch(/<input[^>]*id="root_password"[^>]*type="password"/);
    expect(html).toMatch(/<input[^>]*placeholder="sftp.example.com"/);
    expect(html.indexOf('root_host')).toBeLessThan(html.indexOf('root_username'));
  }
});
