// A static server on the loopback interface.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * Serves a folder while `use` runs.
 *
 * @param {string} folder
 * @param {(url: string) => Promise<void>} use
 * @param {Record<string, string>} [headers] of every answer
 */
export async function withFolder(folder, use, headers = {}) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    const bytes = await readFile(file).catch(() => undefined);
    // Browsers ask for an icon, which no page here has.
    const status = bytes !== undefined ? 200 : path === '/favicon.ico' ? 204 : 404;
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(status, { ...headers, 'content-type': type }).end(bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
