/** Each form of each app: submits it empty, fills it, breaks a value, fixes it by its button, and submits it. */
import { readdirSync } from 'node:fs';
import { expect, type FormPage, test } from './fixtures.ts';

const slugs = readdirSync(new URL('../../../../schemas/', import.meta.url))
  .filter((file) => file.endsWith('.json') && file !== 'app.schema.json')
  .map((file) => file.slice(0, -5));
const GROUPS = 12;

interface Field {
  name: string;
  input: string;
  secret?: true;
  value: string;
  options?: string[];
  suffix?: string;
  example?: string;
  more?: true;
}

/** The format of a key, without a key. */
const KEY = '-----BEGIN PRIVATE KEY-----\nZmFrZS1rZXk=\n-----END PRIVATE KEY-----\n';

/** The example of a field, or a fake of the same format. */
function fakeValue({ name, input, options, example, suffix }: Field): string {
  if (options?.[0] !== undefined) return options[0];
  if (example !== undefined) return example;
  if (input === 'textarea') return KEY;
  if (input === 'email' || name === 'email') return 'fake@example.org';
  if (input === 'url' || /url|uri/.test(name)) return 'https://fake.example.org';
  if (suffix !== undefined) return 'fake-acme';
  return `fake-${name.replaceAll('_', '-')}-4711`;
}

/** Uses the current form. */
async function submitForm(form: FormPage, slug: string): Promise<void> {
  const fields: Field[] = await form.page.evaluate('window.fields()');
  await form.submit.click();
  await expect(form.summary).toBeFocused();
  const before = (await form.sent()).length;
  const values = Object.fromEntries(fields.filter(({ more }) => !more).map((field) => [field.name, fakeValue(field)]));
  for (const field of fields.filter(({ more }) => !more)) {
    if (field.options) await form.field(field.name).selectOption(values[field.name] ?? '');
    else await form.field(field.name).fill(values[field.name] ?? '');
  }
  const broken = fields.find(({ input, more, options }) => !more && input !== 'textarea' && !options) ?? fields[0];
  const name = broken?.name ?? '';
  await form.field(name).fill(`  ${values[name]} `);
  await form.field(name).blur();
  await form.problem(name).getByRole('button', { name: 'Fix' }).click();
  await expect(form.field(name)).toHaveValue(values[name] ?? '');
  await form.submit.click();
  // A warning holds the submit once. Fixes are not applied, so that the values stay.
  await expect(async () => {
    if ((await form.sent()).length === before) await form.submit.click({ timeout: 500 });
    expect((await form.sent()).length).toBe(before + 1);
  }).toPass({ timeout: 5000 });
  const request = (await form.sent()).at(-1) as { slug: string; auth_object: Record<string, unknown> };
  expect(request.slug).toBe(slug);
  expect(Object.values(request.auth_object)).toEqual([values]);
}

for (let group = 0; group < GROUPS; group++) {
  const some = slugs.filter((_, index) => index % GROUPS === group);
  test(`apps ${group + 1} of ${GROUPS}`, async ({ form, page }) => {
    test.setTimeout(120_000);
    for (const slug of some) {
      await test.step(slug, async () => {
        await form.open(`slug=${slug}`);
        await page.evaluate('window.fields = () => document.querySelector("auth-object-form").state.fields');
        const count = Math.max(1, await form.element.locator('[name=auth-type]').count());
        for (let type = 0; type < count; type++) {
          const reset = async () => {
            await page.evaluate('document.querySelector("auth-object-form").reset()');
            if (count > 1) await form.element.locator('[name=auth-type]').nth(type).check();
            return form.element.locator('[name=set]').count();
          };
          const sets = Math.max(1, await reset());
          for (let set = 0; set < sets; set++) {
            await reset();
            if (sets > 1) await form.element.locator('[name=set]').nth(set).check();
            expect(await form.violations(), slug).toEqual([]);
            await submitForm(form, slug);
          }
        }
        expect(form.console.filter((line) => !line.startsWith('[DOM]'))).toEqual([]);
      });
    }
  });
}
