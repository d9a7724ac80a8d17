/** Accessibility of five forms, empty and rejected, light and dark. Screenshots are in target/form/screenshots. */
import { expect, type FormPage, test } from './fixtures.ts';

const STATES: Record<string, (form: FormPage) => Promise<void>> = {
  empty: async () => {},
  rejected: async (form) => {
    await form.submit.click();
    await expect(form.summary).toBeFocused();
  },
};

const FORMS = ['slug=netsuite', 'slug=netsuite&auth-type=oauth2', 'slug=shopify', 'slug=sftp', 'slug=snowflake'];

for (const theme of ['light', 'dark']) {
  for (const query of FORMS) {
    for (const [state, reach] of Object.entries(STATES)) {
      test(`${query} ${state} ${theme}`, async ({ form }) => {
        await form.open(`${query}&theme=${theme}`);
        await reach(form);
        await form.expectAccessible(`${query.replaceAll(/slug=|auth-type=/g, '').replace('&', '-')}-${state}-${theme}`);
      });
    }
  }
}
