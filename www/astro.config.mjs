import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import { docLinks } from './scripts/doc-links.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  // The address of the published page: SITE=https://example.com BASE=/auth-object npm run build -w www
  site: process.env.SITE,
  base: process.env.BASE ?? '/',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: 'prism', smartypants: false, rehypePlugins: [docLinks] },
  experimental: {
    csp: {
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
      // `connect-src 'none'`: the browser blocks every request of a script. The file worker starts from a blob, so this
      // policy applies to it too. A worker that loads from a URL would have its own policy.
      directives: [
        "default-src 'none'",
        "connect-src 'none'",
        'worker-src blob:',
        "img-src 'self' data:",
        "font-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
      ],
    },
  },
  vite: {
    server: { fs: { allow: [repository] } },
    build: { assetsInlineLimit: 0 },
    worker: { format: 'iife' },
  },
});
