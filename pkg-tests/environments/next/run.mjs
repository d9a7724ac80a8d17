import assert from 'node:assert/strict';
import { checkEndpoint } from '../../harness/endpoint-answers.mjs';

export default async function run({ part, tool, server, check, checkPage }) {
  const next = (command) => (port) => [command, '--hostname', '127.0.0.1', '--port', String(port)];
  const use = async (url) => {
    const home = await (await fetch(url)).text();
    check(answersOf(home, 'server'));
    check(answersOf(home, 'client'));
    await checkPage(url);
    const edge = await (await fetch(`${url}edge`)).text();
    check(answersOf(edge, 'edge'));
    checkEndpoint(answersOf(edge, 'endpoint'));
  };
  // The build with webpack takes minutes, so it runs at night.
  for (const bundler of process.env.NIGHTLY ? ['webpack'] : ['turbopack']) {
    await part(`build with ${bundler}, start`, async () => {
      await tool('next', ['build', `--${bundler}`]);
      await server('next', next('start'), use);
    });
  }
  await part('dev', () => server('next', next('dev'), use));
}

/** What a component wrote into the page while it was rendered on the server. */
function answersOf(html, id) {
  const found = new RegExp(`<pre id="${id}">([^<]*)</pre>`).exec(html)?.[1];
  assert.ok(found, `no answers of the ${id} component in: ${html.slice(0, 2000)}`);
  return Buffer.from(found, 'base64').toString('utf8');
}
