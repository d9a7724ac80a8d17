import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

test('no link within the site is dead, with its anchor', () => {
  const pages = globSync('**/*.html', { cwd: dist });
  expect(pages.length).toBeGreaterThan(250);
  const anchors = new Map(pages.map((page) => [page, new Set(matches(page, /\sid="?([^"\s>]+)/g))]));
  const dead: string[] = [];
  for (const page of pages) {
    for (const href of matches(page, /<a\s[^>]*?href="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(href)) continue;
      const [path = '', hash] = href.split('#');
      const target =
        path === '' ? page : posix.join('.', path.endsWith('/') ? `${path}index.html` : path).replace(/^\//, '');
      const isThere = existsSync(join(dist, target)) && (!hash || anchors.get(target)?.has(decodeURIComponent(hash)));
      if (!isThere) dead.push(`${page}: ${href}`);
    }
  }
  expect(dead).toEqual([]);
});

function matches(page: string, pattern: RegExp): string[] {
  return [...readFileSync(join(dist, page), 'utf8').matchAll(pattern)].map(([, value = '']) => value);
}
