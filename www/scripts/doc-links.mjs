// Makes documents fit for pages: links between documents become links between pages, links to files without a page lose
// their address, tables and code scroll by the keyboard.

import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

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
      const page = pageOf(href, folder);
      if (page !== undefined) node.properties.href = page;
      else {
        node.tagName = 'span';
        node.properties = {};
      }
    });
  };
}

/** The address of a document's page; `undefined` if it has none. */
function pageOf(href, folder) {
  const [path, hash] = href.split('#');
  const file = relative(repository, resolve(folder, path));
  const base = (process.env.BASE ?? '/').replace(/\/$/, '');
  const anchor = hash ? `#${hash}` : '';
  if (file === 'README.md') return `${base}/docs/introduction/${anchor}`;
  if (file === 'CONTRIBUTING.md') return `${base}/docs/contributing/${anchor}`;
  if (file === 'docs/decisions') return `${base}/docs/`;
  const match = /^docs\/(.+)\.md$/.exec(file) ?? /^(packages\/[\w-]+)\/README\.md$/.exec(file);
  return match ? `${base}/docs/${match[1]}/${anchor}` : undefined;
}

/** A header cell without text is no header. */
function emptyHeaders(row) {
  for (const cell of row.children) if (cell.tagName === 'th' && cell.children.length === 0) cell.tagName = 'td';
  const cells = row.children.filter(({ type }) => type === 'element');
  if (cells.every(({ tagName, children }) => tagName === 'td' && children.length === 0)) row.children = [];
}

/** A wide table scrolls by itself, also by the keyboard. */
function wrap(node) {
  const table = { ...node };
  Object.assign(node, {
    tagName: 'div',
    properties: { className: ['table-wrap'], tabIndex: 0, role: 'group', ariaLabel: 'Table' },
    children: [{ ...table, tagName: 'table' }],
    isWrapped: true,
  });
}

function visit(node, see) {
  if (node.type === 'element') see(node);
  const children = node.isWrapped ? node.children.flatMap(({ children }) => children) : (node.children ?? []);
  for (const child of children) visit(child, see);
}
