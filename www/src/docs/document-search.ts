/** Searches the documents in the page. Their texts load on focus. */
import MiniSearch from 'minisearch';
import type { Section } from './sections.ts';

const input = document.getElementById('docs-query') as HTMLInputElement;
const list = document.getElementById('docs-found') as HTMLElement;
const base = input.dataset.base as string;
let search: MiniSearch<Section> | undefined;

input.addEventListener('focus', load, { once: true });
input.addEventListener('input', show);

async function load(): Promise<void> {
  if (search) return;
  const { default: sections } = (await import(/* @vite-ignore */ `${base}sections.js`)) as { default: Section[] };
  search = new MiniSearch<Section>({
    fields: ['title', 'page', 'text'],
    storeFields: ['to', 'page', 'title', 'text'],
    searchOptions: { prefix: true, fuzzy: 0.15, boost: { title: 4, page: 2 }, combineWith: 'AND' },
  });
  search.addAll(sections);
}

async function show(): Promise<void> {
  await load();
  const query = input.value.trim();
  const found = query === '' ? [] : (search?.search(query).slice(0, 8) ?? []);
  const items = found.map(({ to, page, title, text, terms }) => {
    const item = document.createElement('li');
    const link = Object.assign(document.createElement('a'), { href: base + to, textContent: title });
    const where = Object.assign(document.createElement('span'), { className: 'muted small', textContent: ` ${page}` });
    const excerpt = Object.assign(document.createElement('p'), {
      className: 'small muted',
      textContent: around(text, terms),
    });
    item.append(link, where, excerpt);
    return item;
  });
  list.replaceChildren(...items);
  list.hidden = query === '';
  const status = document.getElementById('status');
  if (status) status.textContent = query === '' ? '' : `${found.length} sections found.`;
  if (query !== '' && items.length === 0)
    list.replaceChildren(Object.assign(document.createElement('li'), { textContent: 'No section matches.' }));
}

/** The text around the first term. */
function around(text: string, terms: readonly string[]): string {
  const at = Math.max(0, ...terms.slice(0, 1).map((term) => text.toLowerCase().indexOf(term)));
  const start = Math.max(0, at - 40);
  return `${start > 0 ? '…' : ''}${text.slice(start, start + 140)}${text.length > start + 140 ? '…' : ''}`;
}
