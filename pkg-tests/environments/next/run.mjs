import assert from 'node:assert/strict';
import { checkEndpoint, checkRegistered } from '../../harness/endpoint-answers.mjs';

/** Longest time that a build may take, in ms: minutes on a machine that is busy. */
const BUILD_MS = 900_000;

const next = (command) => (port) => [command, '--hostname', '127.0.0.1', '--port', String(port)];

export default async function run(context) {
  await buildAndStart(context, 'turbopack');
  await context.part('dev', () => context.server('next', next('dev'), use(context)));
}

export function webpack(context) {
  return buildAndStart(context, 'webpack');
}

function buildAndStart(context, bundler) {
  return context.part(`build with ${bundler}, start`, async () => {
    await context.tool('next', ['build', `--${bundler}`], { limitMs: BUILD_MS });
    await context.server('next', next('start'), use(context));
  });
}

/** Checks a running server. */
function use({ check, checkPage }) {
  return async (url) => {
    const text = async (path) => (await fetch(url + path)).text();
    const home = await text('');
    check(answersOf(home, 'server'));
    check(answersOf(home, 'client'));
    await checkPage(url);
    const edge = await text('edge');
    check(answersOf(edge, 'edge'));
    checkEndpoint(answersOf(edge, 'endpoint'));
    checkRegistered(answersOf(edge, 'registered'));
    checkRegistered(await text('registered'));
  };
}

/** What a component wrote into the page when the server rendered it. */
function answersOf(html, id) {
  const found = new RegExp(`<pre id="${id}">([^<]*)</pre>`).exec(html)?.[1];
  assert.ok(found, `no answers of the ${id} component in: ${html.slice(0, 2000)}`);
  return Buffer.from(found, 'base64').toString('utf8');
}
