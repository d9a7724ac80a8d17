// Bundles the built package for the pages of the tests, and serves them on 127.0.0.1.
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const form = join(here, '../..');
const out = join(form, '../../target/form/pages');
const TYPES = { '.js': 'text/javascript', '.html': 'text/html; charset=utf-8' };

/** @returns {Promise<{ url: string, close: () => void }>} */
export async function serve(port = 0) {
  const apps = readdirSync(join(form, 'dist/apps')).filter((file) => file.endsWith('.js'));
  await build({
    absWorkingDir: form,
    entryPoints: {
      page: join(here, 'page.mjs'),
      ...Object.fromEntries(apps.map((file) => [`apps/${file.slice(0, -3)}`, join(form, 'dist/apps', file)])),
    },
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'error',
  });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    // no-store disables the back/forward cache: the browser then restores forms from the session history.
    response.setHeader('cache-control', 'no-store');
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => response.setHeader('content-type', 'text/plain').end(`sent ${body}`));
      return;
    }
    const file = [join(here, 'pages', pathname), join(out, pathname)].find((path) => existsSync(path) && extname(path));
    if (file === undefined) return response.writeHead(404).end();
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve(Number(process.env.PORT));
