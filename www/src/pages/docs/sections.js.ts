/** The texts that the search of the documents looks in: a module, for the page may not fetch. */
import { sections } from '../../docs/sections.ts';

export async function GET(): Promise<Response> {
  return new Response(`export default ${JSON.stringify(await sections())};`, {
    headers: { 'content-type': 'text/javascript' },
  });
}
