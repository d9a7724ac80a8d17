// The packed command line as its users have it: by npx and in a shell.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { curlCommands } from './endpoint/curl.mjs';
import { project, runtime } from './harness/project.mjs';
import { run } from './harness/run.mjs';

let path;
let env;

before(async () => {
  path = await project('cli');
  // A Node with SQLite: the tests of the store check what happens without it.
  const node = dirname(await runtime('node-24'));
  env = { PATH: [join(path, 'node_modules/.bin'), node, process.env.PATH].join(delimiter) };
  // The files of the examples of the help.
  writeFileSync(join(path, 'tokens.csv'), 'provider,token\nhubspot,fake-token\n');
  writeFileSync(join(path, 'hubspot.csv'), 'Customer ID,access_token\naccount:1,fake-token\n');
  writeFileSync(join(path, 'rows.csv.gz'), gzipSync(readFileSync(join(path, 'customers.csv'))));
});

/** Runs a command line of a shell. @returns its exit code and output */
async function shell(line) {
  const child = spawn('sh', ['-c', line], { cwd: path, env: { ...process.env, ...env, NO_COLOR: '1' } });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => (texts[name] += text));
  const [code] = await once(child, 'close');
  return { code, ...texts };
}

/** Starts `serve` by a command line of a shell, in a process group, since npx does not pass signals on. */
async function serve(line, more = {}) {
  const child = spawn('sh', ['-c', `exec ${line}`], {
    ...{ cwd: path, env: { ...process.env, ...env, NO_COLOR: '1', ...more }, detached: true },
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  child.stdout.resume();
  const closed = once(child, 'close');
  while (!stderr.includes('Ctrl-C')) {
    if (child.exitCode !== null) throw new Error(stderr);
    await Promise.race([once(child.stderr, 'data'), closed]);
  }
  return {
    url: /http:\/\/\S+:\d+/.exec(stderr)[0],
    async end() {
      process.kill(-child.pid, 'SIGTERM');
      const [code] = await closed;
      return code;
    },
  };
}

test('npx runs it', async () => {
  const { version } = JSON.parse(readFileSync(join(path, 'node_modules/@auth-object/cli/package.json'), 'utf8'));
  assert.equal(await run('npx', ['--no-install', 'auth-object', '--version'], { cwd: path }), `${version}\n`);
  assert.match(await run('npx', ['--no-install', 'auth-object', 'show', 'netsuite'], { cwd: path }), /^NetSuite/);
});

describe('the examples of the help', { timeout: 300_000 }, () => {
  let endpoint;
  before(async () => {
    endpoint = await serve('auth-object serve --port 0');
  });
  after(() => endpoint.end());

  /** The example, but with the local endpoint instead of the service. */
  const locally = (line) => {
    if (!/auth-object (pull|drift)\b/.test(line)) return line;
    return `${line.replace(/ --base-url \S+/, '')} --base-url ${endpoint.url}`;
  };

  test('of every command do what they say', async (t) => {
    const { stdout: help } = await shell('auth-object --help');
    const names = [
      ...help
        .split('Commands:\n')[1]
        .split('\n\n')[0]
        .matchAll(/^ {2}(\w+)/gm),
    ].map(([, name]) => name);
    assert.ok(names.includes('serve'));
    const helps = [help];
    for (const name of names.filter((name) => name !== 'help')) {
      helps.push((await shell(`auth-object ${name} --help`)).stdout);
    }
    for (const text of helps) {
      const lines = [...text.split('Examples:\n')[1].matchAll(/^ {2}\$ (.+)$/gm)].map(([, line]) => line);
      assert.ok(lines.length > 0, text);
      for (const line of lines) {
        await t.test(line, async () => {
          if (/^auth-object serve\b/.test(line)) {
            // A port that is free here; the log is written as the example says.
            const server = await serve(
              `${line.replace(/ --port \d+/, '').replace(/^(auth-object serve)/, '$1 --port 0')}`,
            );
            assert.equal((await fetch(`${server.url}/_local/health`)).status, 200);
            assert.equal(await server.end(), 0);
            return;
          }
          const { code, stderr } = await shell(locally(line));
          // 1: rows are rejected, or a schema differs.
          assert.ok(code === 0 || (code === 1 && /auth-object (check|drift)/.test(line)), `${code} ${stderr}`);
        });
      }
    }
    for (const made of ['hubspot.schema.json', 'hubspot.ts', 'auth-object.schemas.json', 'auth-object.bash']) {
      assert.ok(existsSync(join(path, made)), made);
    }
  });
});

describe("the documents' own curl commands", { timeout: 300_000 }, () => {
  /** The body and the status. */
  const ask = async ({ command }) => (await shell(command)).stdout.replace('\n', ' ');

  test('give the documented answers, with nothing prepared', async () => {
    const { url, end } = await serve('npx --no-install auth-object serve --port 0');
    const commands = curlCommands(url);
    assert.equal(commands.length, 2);
    for (const command of commands) {
      assert.equal(await ask(command), '{"success":true,"message":"Token migrated successfully"} 200');
    }
    await end();
  });

  test('with --verify dns, the documented failure of a host that does not exist', async () => {
    // The answer of a real name server depends on where this runs.
    const noSuchHost = `
      const dns = require("node:dns/promises");
      dns.lookup = async () => { throw Object.assign(new Error(), { code: "ENOTFOUND" }); };
      require("node:module").syncBuiltinESMExports();`;
    writeFileSync(join(path, 'no-such-host.cjs'), noSuchHost);
    const { url, end } = await serve('auth-object serve --port 0 --verify dns', {
      NODE_OPTIONS: '--require ./no-such-host.cjs',
    });
    const [oauth, keybased] = curlCommands(url);
    assert.equal(
      await ask(keybased),
      '{"status_code":500,"http_error_type":"INTERNAL_SERVER_ERROR","error":"SERVER_ERROR",' +
        '"message":"Failed to verify credentials: getaddrinfo ENOTFOUND your-account-id.suitetalk.api.netsuite.com"} 500',
    );
    assert.equal(await ask(oauth), '{"success":true,"message":"Token migrated successfully"} 200');
    await end();
  });

  test('`example` prints the same request, and the endpoint takes what it prints', async () => {
    const { url, end } = await serve('auth-object serve --port 0');
    for (const slug of ['hubspot', 'netsuite', 'snowflake', 'slack']) {
      const { stdout } = await shell(`auth-object example ${slug} --base-url ${url}`);
      const answer = await shell(`${stdout.trim()} --silent`);
      assert.equal(answer.stdout, '{"success":true,"message":"Token migrated successfully"}', slug);
      const code = await shell(
        `auth-object example ${slug} --fetch --base-url ${url} > example.mjs && node example.mjs`,
      );
      assert.deepEqual([code.code, code.stdout], [0, 'Token migrated successfully\n'], code.stderr);
    }
    await end();
  });
});

test('the types that `show` prints compile, and are those of the package', async () => {
  const slugs = ['hubspot', 'netsuite', 'slack', '8x8', 'snowflake'];
  const parts = [];
  for (const slug of slugs) {
    await shell(`auth-object show ${slug} --types > ${slug}-types.ts`);
    const name = /export interface (\w+)/.exec(readFileSync(join(path, `${slug}-types.ts`), 'utf8'))[1];
    parts.push(`import type { ${name} } from './${slug}-types.js';
      type Typed_${name} = { [T in keyof ${name}]: { [_ in T]: ${name}[T] } }[keyof ${name}];
      export const take_${name} = (object: Typed_${name}): unknown => object;`);
  }
  writeFileSync(join(path, 'types.ts'), parts.join('\n'));
  const tsc = new URL('node_modules/typescript/bin/tsc', import.meta.url).pathname;
  const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022', '--types', ''];
  await run(process.execPath, [tsc, ...options, 'types.ts'], { cwd: path });
});
