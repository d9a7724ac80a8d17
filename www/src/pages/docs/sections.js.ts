/** The texts to search: a module, because the policy of the page forbids fetching. */
import { sections } from '../../docs/sections.ts';

export async function GET(): Promise<Response> {
  return new Response(`export default ${JSON.stringify(await sections())};`, {
    headers: { 'content-type': 'text/javascript' },
  });
}
