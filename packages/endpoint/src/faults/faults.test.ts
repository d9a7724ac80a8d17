// Faults: which requests get them, how many, and the answers.
import assert from 'node:assert/strict';
import { describe, onTestFinished, test, vi } from 'vitest';
import {
  createEndpoint,
  type EndpointOptions,
  type Fault,
  OptionError,
  parseFault,
  seededRandom,
} from '../entry/index.ts';

const REQUEST_ID = '00000000-0000-4000-8000-000000000000';

function endpoint(options: EndpointOptions) {
  const handle = createEndpoint({ linkedAccounts: 'any', requestId: () => REQUEST_ID, ...options });
  return (headers = {}, path = '/api/v2/public/auth-structure/hubspot', method = 'GET') =>
    handle(new Request(`http://localhost${path}`, { method, headers: { 'x-api-key': 'tk-fake', ...headers } }));
}

async function statuses(ask, count) {
  const all: number[] = [];
  for (let index = 0; index < count; index++) all.push((await ask()).status);
  return all;
}

describe('faults', () => {
  test('answer in the long envelope, 429 in the words of the documentation and with Retry-After', async () => {
    const answer = await endpoint({ faults: [{ status: 429 }] })();
    assert.equal(answer.status, 429);
    assert.equal(answer.headers.get('retry-after'), '1');
    assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
    assert.equal(
      await answer.text(),
      `{"status_code":429,"http_error_type":"TOO_MANY_REQUESTS","error_code":"SERVER_ERROR","message":"Rate limit exceeded. Implement backoff and retry.","request_id":"${REQUEST_ID}"}`,
    );
    const later = await endpoint({ faults: [{ status: 503, retryAfterS: 30 }] })();
    assert.equal(later.headers.get('retry-after'), '30');
    assert.equal((await later.json()).http_error_type, 'SERVICE_UNAVAILABLE');
    for (let status = 400; status <= 599; status++) {
      const answer = await endpoint({ faults: [{ status }] })();
      const body = await answer.json();
      assert.deepEqual([answer.status, body.status_code, body.request_id], [status, status, REQUEST_ID]);
      assert.equal(answer.headers.has('retry-after'), status === 429);
      assert.match(body.http_error_type, /^[A-Z_]+$/);
    }
  });

  test('end after their count', async () => {
    const ask = endpoint({ faults: [{ status: 500, count: 2 }] });
    assert.deepEqual(await statuses(ask, 4), [500, 500, 200, 200]);
    assert.deepEqual(await statuses(endpoint({ faults: [{ status: 500, count: 0 }] }), 2), [200, 200]);
  });

  test('are counted from the start after a reset', async () => {
    const ask = endpoint({ faults: [{ status: 500, count: 1 }] });
    assert.deepEqual(await statuses(ask, 2), [500, 200]);
    assert.equal((await ask({}, '/_local/reset', 'POST')).status, 200);
    assert.deepEqual(await statuses(ask, 2), [500, 200]);
  });

  test('follow each other', async () => {
    const ask = endpoint({
      faults: [
        { status: 429, count: 2 },
        { status: 500, count: 1 },
      ],
    });
    assert.deepEqual(await statuses(ask, 4), [429, 429, 500, 200]);
  });

  test('affect their share, the same requests for the same seed', async () => {
    const with_ = (seed) => endpoint({ faults: [{ status: 429, share: 0.1 }], random: seededRandom(seed) });
    const first = await statuses(with_(1), 2000);
    assert.deepEqual(await statuses(with_(1), 2000), first);
    assert.notDeepEqual(await statuses(with_(2), 2000), first);
    const share = first.filter((status) => status === 429).length / 2000;
    assert.ok(share > 0.07 && share < 0.13, String(share));
    assert.ok(first.every((status) => status === 200 || status === 429));
    const both = [{ status: 429, share: 1 }, { status: 500 }];
    assert.deepEqual(await statuses(endpoint({ faults: both }), 2), [429, 429]);
    assert.deepEqual(await statuses(endpoint({ faults: [{ status: 429, share: 0 }] }), 3), [200, 200, 200]);
  });

  test('count the requests that get them, not all requests', async () => {
    const ask = endpoint({ faults: [{ status: 429, share: 0.5, count: 3 }], random: seededRandom(7) });
    const met = (await statuses(ask, 100)).filter((status) => status === 429);
    assert.equal(met.length, 3);
  });

  test('delay, the real answer too, and together', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const cases: [Fault[], number][] = [
      [[{ delayMs: 300 }], 200],
      [[{ delayMs: 100 }, { status: 503, delayMs: 200 }], 503],
    ];
    for (const [faults, status] of cases) {
      let answer: Response | undefined;
      const asked = endpoint({ faults })().then((response) => (answer = response));
      await new Promise(setImmediate);
      vi.advanceTimersByTime(299);
      await new Promise(setImmediate);
      assert.equal(answer, undefined);
      vi.advanceTimersByTime(1);
      assert.equal((await asked).status, status);
    }
  });

  test('leave the local routes alone', async () => {
    const ask = endpoint({ faults: [{ status: 500 }] });
    assert.equal((await ask({}, '/_local/health')).status, 200);
  });

  test('are asked for by a header, for that request', async () => {
    const ask = endpoint({});
    const fail = (text) => ask({ 'x-auth-object-fail': text });
    assert.equal((await fail('503')).status, 503);
    const answer = await fail('429; retry-after=7; delay=1');
    assert.deepEqual([answer.status, answer.headers.get('retry-after')], [429, '7']);
    assert.equal((await fail('delay=1')).status, 200);
    assert.equal((await ask()).status, 200);
    for (const text of [
      '',
      '200',
      '429:0.5',
      '500; count=2',
      'fake-secret-value',
      '429;;',
      '429 500',
      '429; delay=-1',
    ]) {
      const rejected = await fail(text);
      const { message } = await rejected.json();
      assert.equal(rejected.status, 400, text);
      assert.match(message, /^x-auth-object-fail/);
      assert.ok(!message.includes('fake-secret-value'));
    }
  });

  test('are read from text', () => {
    assert.deepEqual(parseFault('429:0.1'), { status: 429, share: 0.1 });
    assert.deepEqual(parseFault(' 500 ; count=3; delay=200;retry-after=5 '), {
      ...{ status: 500, count: 3, delayMs: 200, retryAfterS: 5 },
    });
    assert.deepEqual(parseFault('delay=200; share=0.5'), { delayMs: 200, share: 0.5 });
    for (const text of [
      '',
      'x',
      '42',
      '200',
      '429:2',
      '429:0.1.2',
      '429:0.1; share=0.2',
      '429; toString=1',
      'count=1',
    ]) {
      assert.throws(() => parseFault(text), { name: 'TypeError', message: /^parseFault: the \w+ must / }, text);
    }
  });

  test('that are invalid are rejected with their path', () => {
    const messageOf = (...faults: unknown[]): string => {
      try {
        createEndpoint({ faults: faults as Fault[] });
      } catch (error) {
        assert.ok(error instanceof OptionError);
        return error.message;
      }
      return 'accepted';
    };
    const option = 'createEndpoint: the option ';
    const cases: [unknown, string][] = [
      [{ status: 200 }, `${option}"faults[0].status" must be a whole number from 400 to 599.`],
      [{}, `${option}"faults[0]" must have a status or a delayMs.`],
      ['429', `${option}"faults[0]" must be an object such as { status: 429, share: 0.1 }.`],
      [
        { status: 429, shaer: 1 },
        `${option}"faults[0]" has an unknown key; the keys are status, share, count, delayMs, retryAfterS.`,
      ],
      [{ status: 429, share: 1.5 }, `${option}"faults[0].share" must be a number from 0 to 1.`],
      [{ status: 429, count: -1 }, `${option}"faults[0].count" must be a whole number, 0 or more.`],
      [{ delayMs: 1e10 }, `${option}"faults[0].delayMs" must be a whole number from 0 to 3600000.`],
      [{ status: Number.NaN }, `${option}"faults[0].status" must be a whole number from 400 to 599.`],
    ];
    for (const [fault, message] of cases) assert.equal(messageOf(fault), message);
    assert.equal(messageOf({ status: 429 }, { status: 200 }), cases[0][1].replace('[0]', '[1]'));
  });
});
