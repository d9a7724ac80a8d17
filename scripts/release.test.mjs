import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { absoluteLinks, addressOfCrate, addressOfPackage } from './address.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const ADDRESS = 'https://example.org/team/project';

test('nothing is published while the address is unset', () => {
  const env = { ...process.env, npm_package_config_address: '', PATH: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/release.mjs'), '--publish'], {
    env,
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /^Nothing is published: .* `npm pkg set config\.address=/);
});

test('a package gets repository, homepage and bugs', () => {
  const manifest = JSON.parse(addressOfPackage('{ "name": "a", "version": "1.0.0" }', 'packages/a', ADDRESS));
  assert.deepEqual(manifest, {
    name: 'a',
    version: '1.0.0',
    repository: { type: 'git', url: `git+${ADDRESS}.git`, directory: 'packages/a' },
    homepage: `${ADDRESS}/tree/HEAD/packages/a#readme`,
    bugs: `${ADDRESS}/issues`,
  });
});

test('the crate gets repository and homepage', () => {
  const text = addressOfCrate('# A comment.\n[package]\nname = "a"\n\n[lib]\nname = "a"\n', ADDRESS);
  assert.equal(
    text,
    `# A comment.\n[package]\nrepository = "${ADDRESS}"\nhomepage = "${ADDRESS}"\nname = "a"\n\n[lib]\nname = "a"\n`,
  );
});

test('links to files become absolute, others and code stay', () => {
  const text = '[![A](docs/a.png)](../../docs/a.md#b) [c](#c) [d](https://d.example)\n```js\nf[0](x)\n```\n[e](e.md)';
  assert.equal(
    absoluteLinks(text, 'packages/a', ADDRESS),
    `[![A](${ADDRESS}/raw/HEAD/packages/a/docs/a.png)](${ADDRESS}/blob/HEAD/docs/a.md#b) [c](#c) [d](https://d.example)\n` +
      `\`\`\`js\nf[0](x)\n\`\`\`\n[e](${ADDRESS}/blob/HEAD/packages/a/e.md)`,
  );
});

test('every link of a package README leads to a file', () => {
  for (const readme of globSync('packages/*/README.md', { cwd: root })) {
    const text = absoluteLinks(readFileSync(join(root, readme), 'utf8'), dirname(readme), ADDRESS);
    for (const [, path] of text.matchAll(/example\.org\/team\/project\/(?:blob|raw)\/HEAD\/([^)#]+)/g)) {
      assert.ok(existsSync(join(root, path)), `${readme} links to ${path}, which does not exist`);
    }
  }
});

test('manifests leave the address to the release', () => {
  for (const path of globSync(['packages/*/package.json', 'Cargo.toml'], { cwd: root })) {
    assert.doesNotMatch(readFileSync(join(root, path), 'utf8'), /^\s*"?(repository|homepage|bugs)"?\s*[:=]/m, path);
  }
});
