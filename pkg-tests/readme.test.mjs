// The examples of README.md, run as they stand there with the packed package: what prints, prints what the README says.
// A block `sh cli` is run by a shell, and exits with the exit code that the README says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { resultOfPage, stopBrowser } from './harness/browser.mjs';
import { ROOT } from './harness/paths.mjs';
import { project } from './harness/project.mjs';
import { run } from './harness/run.mjs';
import { withFolder } from './harness/serve.mjs';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The form that the example for a page speaks of: empty, then filled in and submitted. The page keeps what is sent. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>README</title>
<form>
  <input name="host"><input name="port"><input name="username"><input name="password" type="password">
  <textarea name="pem_key"></textarea><input name="pem_key_passphrase"><button>Save</button>
</form>
<script>
  const sent = [];
  globalThis.fetch = (url, { body }) => sent.push(JSON.parse(body));
</script>
<script src="example.js"></script>
<script>
  const [form] = document.forms;
  const wrong = () => [...form.elements].filter((input) => !input.validity.valid).map(({ name }) => name);
  form.requestSubmit();
  const first = wrong();
  Object.assign(form.elements.host, { value: "sftp.example.com" });
  Object.assign(form.elements.username, { value: "fake-user" });
  Object.assign(form.elements.password, { value: "fake-password" });
  form.elements.password.dispatchEvent(new Event("input", { bubbles: true }));
  form.requestSubmit();
  globalThis.__result = JSON.stringify({ first, second: wrong(), sent });
</script>`;

/** What the page shows: the fields that an empty form lacks, and the one request that a complete form sends. */
const SHOWN = {
  first: ['host', 'username', 'password'],
  second: [],
  sent: [
    {
      slug: 'sftp',
      auth_object: { keybased: { host: 'sftp.example.com', username: 'fake-user', password: 'fake-password' } },
    },
  ],
};

/** The code blocks, each with the text block that follows it at once, and the heading above. */
function examples() {
  const found = [];
  let heading = '';
  const block =
    /^#+ (?<heading>.+)$|^```(?<kind>js(?: browser)?|sh cli)\n(?<code>[\s\S]*?)^```$(?:\n+prints\n+^```text\n(?<printed>[\s\S]*?)^```$(?:\n+and exits with (?<exitCode>\d))?)?/gm;
  for (const { groups } of README.matchAll(block)) {
    if (groups.heading) heading = groups.heading;
    else found.push({ ...groups, heading });
  }
  return found;
}

const withoutLineEndSpace = (text) => text.replace(/[ \t]+$/gm, '').trim();

describe('README.md', { timeout: 300_000 }, () => {
  let path;

  before(async () => {
    path = await project('readme');
  });

  after(stopBrowser);

  test('has examples', () => assert.ok(examples().length >= 5));

  for (const { heading, kind, code, printed, exitCode } of examples()) {
    if (kind === 'js browser') {
      test(`${heading}: in a page`, async () => {
        const folder = join(path, 'dist');
        await mkdir(folder, { recursive: true });
        await writeFile(join(path, 'example.js'), code);
        await build({
          absWorkingDir: path,
          entryPoints: ['example.js'],
          outdir: folder,
          bundle: true,
          logLevel: 'warning',
        });
        await writeFile(join(folder, 'index.html'), PAGE);
        await withFolder(folder, async (url) => {
          assert.deepEqual(JSON.parse(await resultOfPage(url)), SHOWN);
        });
      });
    } else if (kind === 'sh cli') {
      test(`${heading}: in a shell`, async () => {
        assert.ok(exitCode, 'the README says what the command exits with');
        const output = await run('sh', ['-c', `${code}\ntest $? -eq ${exitCode}`], { cwd: path });
        assert.equal(withoutLineEndSpace(output), withoutLineEndSpace(printed));
      });
    } else {
      test(`${heading}: in Node`, async () => {
        assert.ok(printed, 'a text block says what the example prints');
        await writeFile(join(path, 'example.mjs'), code);
        const output = await run(process.execPath, ['example.mjs'], { cwd: path });
        assert.equal(withoutLineEndSpace(output), withoutLineEndSpace(printed));
      });
    }
  }
});
