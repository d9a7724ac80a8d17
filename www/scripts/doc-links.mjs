// Makes documents fit for pages: links between documents become links between pages, links to other files lead to the
// repository once it has an address, and tables and code scroll by the keyboard.

import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const { config } = JSON.parse(readFileSync(resolve(repository, 'package.json'), 'utf8'));
/** Of documents whose slug is not their path without `docs/`. */
const SLUGS = { 'README.md': 'introduction', 'CONTRIBUTING.md': 'contributing' };

/** A rehype plugin. */
export function docLinks() {
  return (tree, file) => {
    const folder = dirname(String(file.path ?? file.history?.[0] ?? ''));
    visit(tree, (node) => {
      if (node.tagName === 'table') wrap(node);
      // What scrolls must be reachable by the keyboard.
      if (node.tagName === 'pre') node.properties = { ...node.properties, tabIndex: 0 };
      if (node.tagName === 'tr') emptyHeaders(node);
      const href = node.tagName === 'a' ? node.properties?.href : undefined;
      if (typeof href !== 'string' || /^([a-z]+:|#)/i.test(href)) return;
      const address = addressOf(href, folder);
      if (address !== undefined) node.properties.href = address;
      else {
        node.tagName = 'span';
        node.properties = {};
      }
    });
  };
}

/** The address of a file: its page, or the file in the repository; `undefined` if it has neither. */
function addressOf(href, folder) {
  const [path, hash] = href.split('#');
  const file = relative(repository, resolve(folder, path));
  const slug = slugOf(file);
  if (slug === undefined) return config?.address ? `${config.address}/blob/main/${file}` : undefined;
  const base = (process.env.BASE ?? '/').replace(/\/$/, '');
  return `${base}/docs/${slug && `${slug}/`}${hash ? `#${hash}` : ''}`;
}

function slugOf(file) {
  if (file === 'docs/decisions') return '';
  return SLUGS[file] ?? (/^docs\/(.+)\.md$/.exec(file) ?? /^(packages\/[\w-]+|www)\/README\.md$/.exec(file))?.[1];
}

/** An empty header cell becomes a data cell; a row of them goes. */
function emptyHeaders(row) {
  for (const cell of row.children) if (cell.tagName === 'th' && cell.children.length === 0) cell.tagName = 'td';
  const cells = row.children.filter(({ type }) => type === 'element');
  if (cells.every(({ tagName, children }) => tagName === 'td' && children.length === 0)) row.children = [];
}

/** Puts a table into a box that scrolls, also by the keyboard. */
function wrap(node) {
  const table = { ...node };
  Object.assign(node, {
    tagName: 'div',
    properties: { className: ['table-wrap'], tabIndex: 0, role: 'group', ariaLabel: 'Table' },
    children: [{ ...table, tagName: 'table' }],
    isWrapped: true,
  });
}

function visit(node, callback) {
  if (node.type === 'element') callback(node);
  const children = node.isWrapped ? node.children.flatMap(({ children }) => children) : (node.children ?? []);
  for (const child of children) visit(child, callback);
}
