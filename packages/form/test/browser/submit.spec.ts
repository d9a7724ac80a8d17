/** What a submit does, and what the form shows after it. */
import { expect, SECRET, SFTP, test } from './fixtures.ts';

test('a form is sent with its optional field blank', async ({ form }) => {
  await form.open('slug=sftp');
  await form.fill(SFTP);
  await form.submit.click();
  await expect.poll(() => form.sent()).toEqual([{ slug: 'sftp', auth_object: { keybased: SFTP } }]);
});

test('an empty form is not sent: the summary gets the focus and links to the fields', async ({ form, page }) => {
  await form.open('slug=sftp');
  await form.submit.click();
  await expect(form.summary).toBeFocused();
  await expect(form.summary.getByRole('listitem')).toHaveText([
    'Enter the Host.',
    'Enter the Username.',
    'Enter the Password.',
  ]);
  await expect(form.summary.getByRole('alert')).toBeVisible();
  expect(await form.sent()).toEqual([]);
  for (const name of ['host', 'username', 'password']) {
    await expect(form.field(name)).toHaveAttribute('aria-invalid', 'true');
    await expect(form.problem(name)).toContainText('Enter the');
  }
  await form.summary.getByText('Enter the Password.').click();
  await expect(form.field('password')).toBeFocused();
  await expect(form.element.locator('#field-password-label')).toBeInViewport();
  expect(page.url()).not.toContain('#');
});

test('a problem disappears when it is corrected, also in the summary', async ({ form }) => {
  await form.open('slug=sftp');
  await form.submit.click();
  await expect(form.summary).toBeFocused();
  await form.field('host').pressSequentially('sftp.example.org');
  await expect(form.problem('host')).toHaveText('');
  await expect(form.summary.getByRole('listitem')).toHaveCount(2);
});

test('one click submits, even if leaving a field offers a fix above the button', async ({ form }) => {
  await form.open('slug=shopify');
  await form.fill({ store_name: 'acme', access_token: '"fake-access-token"' });
  await form.submit.click();
  await expect(form.summary).toBeFocused();
});

test('values with a warning can be sent anyway', async ({ form }) => {
  await form.open('slug=sftp');
  await form.fill({ host: SFTP.host, username: SFTP.username });
  await form.submit.click();
  await expect(form.summary).toHaveText(/Check this before you send it/);
  await expect(form.field('password')).toHaveAttribute('aria-invalid', 'false');
  await form.expectAccessible('sftp-warning');
  await form.submit.getByText('Send anyway').click();
  await expect.poll(() => form.sent()).toHaveLength(1);
});

test('while busy nothing is sent twice', async ({ form, page }) => {
  await form.open('slug=sftp');
  await form.fill(SFTP);
  await form.submit.click();
  await expect.poll(() => form.sent()).toHaveLength(1);
  await page.evaluate('document.querySelector("auth-object-form").busy = true');
  await expect(form.submit).toBeDisabled();
  await form.field('host').press('Enter');
  await form.expectAccessible('sftp-busy');
  expect(await form.sent()).toHaveLength(1);
});

test("the endpoint's answer is shown at its field, with its message", async ({ form, page }) => {
  await form.open('slug=sftp');
  await form.fill(SFTP);
  await form.submit.click();
  await expect.poll(() => form.sent()).toHaveLength(1);
  await page.evaluate(
    'document.querySelector("auth-object-form").setAnswer({ status: 500, body: { error: "SERVER_ERROR", message: "Failed to verify credentials: wrong password" } })',
  );
  await expect(form.summary).toBeFocused();
  await expect(form.problem('password')).toContainText('SFTP did not accept these values.');
  await expect(form.problem('password')).toContainText('Failed to verify credentials: wrong password');
  await form.expectAccessible('sftp-answer');
  await form.field('password').fill(`${SECRET}2`);
  await expect(form.problem('password')).toHaveText('');
  await page.evaluate(
    'document.querySelector("auth-object-form").setAnswer(new Response(JSON.stringify({ success: true, message: "Token migrated successfully" })))',
  );
  await expect(form.element.getByText('SFTP is connected.')).toBeVisible();
  await form.expectAccessible('sftp-connected');
});

test('a problem behind "More options" opens them', async ({ form }) => {
  await form.open('slug=hubspot');
  await form.element.getByText('More options').click();
  await form.field('client_id').fill('"fake-client-id"');
  await form.element.getByText('More options').click();
  await form.field('access_token').fill('fake-access-token');
  await form.submit.click();
  await expect(form.summary).toBeFocused();
  await expect(form.field('client_id')).toBeVisible();
});

test('the library loads at the first check, not before', async ({ form }) => {
  await form.open('slug=sftp');
  await form.field('host').pressSequentially('sftp');
  const before = form.requests.length;
  await form.submit.click();
  await expect(form.summary).toBeFocused();
  expect(form.requests.length).toBeGreaterThan(before);
  expect(form.requests.slice(0, before).join()).not.toContain('library');
});
