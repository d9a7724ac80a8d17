/** Search and filters of the list of apps; the list itself is the data. */
import MiniSearch from 'minisearch';

const items = new Map(
  [...document.querySelectorAll<HTMLElement>('#apps > li')].map((item) => [item.dataset.slug as string, item]),
);
const search = new MiniSearch({
  fields: ['slug', 'brand', 'name', 'aliases', 'category', 'auth'],
  // `active_campaign` is found by each of its words and as one.
  tokenize: (text) => [...new Set([...text.split(/[\s_\-.,]+/), text])].filter(Boolean),
  searchOptions: { prefix: true, fuzzy: 0.2, boost: { slug: 3, brand: 3, name: 2 }, combineWith: 'AND' },
});
search.addAll(
  [...items].map(([id, { dataset, firstElementChild }]) => ({ ...dataset, id, brand: firstElementChild?.textContent })),
);

const list = document.getElementById('apps') as HTMLElement;
const input = (id: string) => document.getElementById(id) as HTMLInputElement;
const form = document.getElementById('filters') as HTMLFormElement;
form.addEventListener('input', show);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  [...list.children]
    .find((item) => !(item as HTMLElement).hidden)
    ?.querySelector('a')
    ?.click();
});

function show(): void {
  const query = input('query').value.trim();
  const found = query === '' ? [...items.keys()] : search.search(query).map(({ id }) => id as string);
  const ids = new Set(found.filter((id) => fits((items.get(id) as HTMLElement).dataset)));
  // The best first.
  list.append(...[...ids].map((id) => items.get(id) as HTMLElement));
  for (const [id, item] of items) item.hidden = !ids.has(id);
  (document.getElementById('count') as HTMLElement).textContent = `${ids.size} ${ids.size === 1 ? 'app' : 'apps'}`;
  (document.getElementById('none') as HTMLElement).hidden = ids.size > 0;
}

function fits({ category, auth = '', sure }: DOMStringMap): boolean {
  const [wantedCategory, wantedAuth, wantedSure] = ['category', 'auth-type', 'sure'].map((id) => input(id).value);
  return (
    (!wantedCategory || category === wantedCategory) &&
    (!wantedAuth || auth.split(' ').includes(wantedAuth)) &&
    (!wantedSure || sure === wantedSure)
  );
}
