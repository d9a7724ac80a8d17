// docs/performance.md, written from target/bench.json.
import { aims, bestPeer, kb, MOST_PAYLOAD, mb, ns, ratio } from './aims.mjs';
import {
  KEYS_ALONE,
  LINE_ENDS_ALONE,
  PARSE_ALONE,
  QUOTES_ALONE,
  SIMD_PASS,
  UUID_ALONE,
  VALUES_ALONE,
  VERDICT_ALONE,
} from './baselines.mjs';
import { OWN } from './contenders/all.mjs';
import { agreement, aimsTable, markdown, tables } from './tables.mjs';

/** @returns {string} the page */
export function page(result) {
  const all = Object.fromEntries(tables(result).map((table) => [table.name, table]));
  const shown = (name) => `### ${all[name].title}\n\n${markdown(all[name])}`;
  return [
    '<!-- Written by `npm run bench` from target/bench.json; do not edit. The words are in pkg-tests/bench/page.mjs. -->',
    '# How fast, how small',
    measuredOn(result),
    '## The aims',
    markdown(aimsTable(result)),
    '## What misses, and what the figures say of it',
    ...misses(result),
    '## Calls',
    work(result),
    ...['calls', 'lines'].map(shown),
    baselines(result),
    shown('kinds'),
    '## Start',
    ...['start', 'startParts'].map(shown),
    'The library prepares nothing: its start is part of its first verdict. The others are timed with all apps, and with the one app that is asked about.',
    `In Chromium the first verdict took ${result.browser.first.toFixed(1)} ms after the script's evaluation (median of ${result.browser.pages} fresh pages; the slowest ${result.browser.slowest.toFixed(1)} ms).`,
    '## Size',
    ...['payload', 'parts'].map(shown),
    `The others hold what they need to accept and refuse. ${OWN} holds the labels, texts, hints and formats as well, which is why it is no like for like; what it is held against is its own aim. \`pkg-tests/bench/size.test.mjs\` keeps it from growing unseen.`,
    shown('bytes'),
    '`node pkg-tests/bench/bytes.mjs` builds the wasm that a page loads for `checkAuthObject` once more with the names of its functions, and counts. The last column is how much smaller the compressed wasm is without the part; parts that are alike compress each other, so the column adds up to less than the whole.',
    '## Files',
    ...['threads', 'memory'].map(shown),
    '## Growth',
    'Builds with copies of the real apps. A copy has a name of its own, and its own names for the fields that only one real app has, so that the words grow with the apps.',
    '![Time for a record and size against the number of apps](growth.svg)',
    markdown(all.growth),
    '## How to repeat',
    repeat(result),
  ]
    .join('\n\n')
    .concat('\n');
}

function measuredOn({ date, quick, machine }) {
  const { processors, processor, memory, system, node, v8, versions } = machine;
  const others = Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
  const short = quick ? ' **A short run (`--quick`) on a busy machine: the ratios are rough.**' : '';
  return `Measured on ${date} with the packed package: ${processors} processors (${processor}), ${memory} GB, ${system}, Node ${node}, V8 ${v8}; ${others}.${short} Contenders take turns within each round, so the ratios count, not the times.`;
}

function work({ calls, lines }) {
  const counts = agreement({ calls, lines }).map(
    ({ work: name, accepted }) => `${name} ${accepted[0].toLocaleString('en')}`,
  );
  return [
    `${calls.requests.toLocaleString('en')} requests of the real catalogue, ${Math.round(calls.bytes)} bytes on average, both shapes, ${calls.bad} of them bad, of 18 kinds (\`pkg-tests/bench/requests.mjs\`); medians of ${calls.rounds} rounds, after a warm-up. "accepted" and "refused" are asked with good ones and bad ones alone.`,
    `No contender wins by doing less: each accepts the same requests (${counts.join(', ')}), and the bench stops where one does not. Beyond that they differ: ${OWN} gives the endpoint's answer, all issues and hints, where the others are asked for yes or no, the fastest way that each has (ajv and valibot stop at the first fault, typebox and arktype build no errors).`,
    '`by hand` is what one would write in TypeScript over a table of fields. It is no validator that one installs, so the aims leave it out; it shows how little the bare question costs.',
  ].join('\n\n');
}

function baselines({ lines }) {
  const [pass, quotes, ends] = [SIMD_PASS, QUOTES_ALONE, LINE_ENDS_ALONE].map((name) => time(lines.buffer, name));
  return `The SIMD pass (\`pkg-tests/bench/simd.mjs\`) copies the bytes into wasm and classifies each as structure, white space, quote or backslash, 16 at a time: ${ns(pass)} for a record. It reads no key and keeps no place. Noting the place of each quote that no backslash escapes, and nothing else, takes ${ns(quotes)} (\`pkg-tests/bench/quotes.mjs\`); finding the line ends alone by \`Buffer.indexOf\` ${ns(ends)}.`;
}

/** For each aim that misses: the figures that say why. */
function misses(result) {
  const missed = aims(result)
    .filter(({ holds }) => !holds)
    .map(({ aim }) => aim);
  const has = (start) => missed.some((aim) => aim.startsWith(start));
  const { calls, lines, startParts, payload, threads } = result;
  const bare = `${OWN}, hints: false`;
  const said = [];
  if (has('One object')) {
    const own = time(calls.accepted, OWN);
    const plain = time(calls.accepted, bare);
    const byHand = time(calls.accepted, 'by hand');
    const peer = bestPeer(calls.accepted);
    const values = time(calls.accepted, VALUES_ALONE);
    const no = bestPeer(calls.refused);
    said.push(
      `**Objects.** What the others are asked for is \`hints: false\`: an accepted object takes ${ns(plain)} then, ${ratio(plain / peer.ns)} of ${peer.name}, where the aim is ${ns(peer.ns / 3)}; reading its keys alone takes ${ns(time(calls.accepted, KEYS_ALONE))}, and what one would write by hand, and which says yes or no, ${ns(byHand)}. Every request here has another form, so memory counts: the verdict is one that was given before, and nothing is made for it. With hints, ${ns(own)}: every value is looked at as well, which no contender does (of these requests ${percent(calls.hinted)} raise one). To bring the values to the instance takes ${ns(values)} alone, the reading included, which ${values > peer.ns / 3 ? 'is more than the aim' : `leaves ${ns(peer.ns / 3 - values)} of the aim`}.`,
      `A refused object takes ${ns(time(calls.refused, OWN))}, ${ns(time(calls.refused, bare))} without hints, where ${no.name} says no in ${ns(no.ns)} at the first fault. Decisions are remembered and their parts shared ([how](decisions/what-is-remembered.md)); of its own each refusal has the verdict, the response and the documented body with a request id. Making these three alone takes ${ns(time(calls.refused, VERDICT_ALONE))}, and an id from \`crypto.randomUUID\` ${ns(time(calls.refused, UUID_ALONE))}; the aim is ${ns(no.ns / 3)}. With hints, an auth_object that was turned into JSON text, and a test-mode credential, are looked at in full each time.`,
    );
  }
  if (has('NDJSON')) {
    const slowest = calls.kinds.reduce((most, one) => (one.ns > most.ns ? one : most));
    const [own, alike] = [time(lines.buffer, OWN), time(lines.alike, OWN)];
    const [pass, quotes] = [time(lines.buffer, SIMD_PASS), time(lines.buffer, QUOTES_ALONE)];
    const chunks = lines.chunks;
    const badKinds = calls.kinds.slice(1);
    const refused = (badKinds.reduce((sum, kind) => sum + kind.ns, 0) / badKinds.length) * (lines.bad / lines.lines);
    said.push(
      `**NDJSON.** A record takes ${ns(own)}, and ${ns(alike)} where the rows have eight forms, as those of one script have: the values are cut out of a row, and what is left is looked up among the skeletons of those before it ([how](decisions/what-is-remembered.md)). The bench's rows are of ${lines.forms.toLocaleString('en')} forms in ${lines.lines.toLocaleString('en')}, so one in ${Math.round(lines.lines / lines.forms)} is read for the first time in the first of the rounds; later ones find the skeletons there, in some megabytes, which only the last cache holds. ${lines.bad.toLocaleString('en')} are refused: each has an object of its own, ${ns(slowest.ns)} for the slowest kind ("${slowest.kind}"), which makes ${ns(refused)} of the ${ns(own)}. The SIMD pass of ${ns(pass)} keeps no place and has no branch that hangs on the bytes. A reader must at least note where the strings begin and end: that alone, as simdjson's first stage does it, takes ${ns(quotes)} here, ${ratio(quotes / pass)} times the pass. ${ns(2.5 * pass - quotes)} would be left for all the rest: finding which strings are values and whether they may be blank, putting together and hashing what is none, comparing it with a skeleton that lies somewhere in memory, counting. Rows of eight forms, whose skeletons the first cache holds, take ${ratio(alike / pass)} times the pass. A tenth of the best peer is ${ns(Math.min(...peers(lines.buffer)) / 10)} for one buffer and ${ns(Math.min(...peers(chunks)) / 10)} for chunks; \`JSON.parse\` alone takes ${ns(time(calls.text, PARSE_ALONE))} of a text.`,
    );
  }
  if (has('Two workers')) {
    const net = (workers) => threads.ms[workers] - threads.small.ms[workers];
    said.push(
      `**Two workers.** A file of ${mb(threads.small.bytes)} takes ${threads.small.ms[1].toFixed(0)} ms with one worker and ${threads.small.ms[2].toFixed(0)} ms with two: nearly all of it is Node starting the threads and V8 compiling. Beyond that, two are ${ratio(net(1) / net(2))} times as fast as one. All processors together work ${threads.cpu[1].toFixed(0)} ms for the file with one worker and ${threads.cpu[2].toFixed(0)} ms with two, so two could be ${ratio(threads.ms[1] / (threads.cpu[2] / 2))} times as fast as one if both processors worked all the time. The calling thread puts the refused rows together and in order beside them, and each thread meets the forms of the rows for itself. One worker takes ${threads.ms[1].toFixed(0)} ms for the file, ${ratio(threads.ms[1] / threads.ms.stream)} times the calling thread with a stream.`,
    );
  }
  if (has('Node') || has('Chromium')) {
    said.push(
      `**Start.** Until the wasm's bytes are there, ${ms(startParts['until the bytes are there'])}: reading the object, and decoding the text that holds the wasm. Compiling takes ${ms(startParts.compile)}, instantiating ${ms(startParts.instantiate)}, the rest ${ms(startParts['the rest'])}, and the second verdict ${ms(startParts['second verdict'])}. Decoding and compiling grow with the wasm's bytes, so what makes it smaller makes it start sooner; the rest is functions that V8 compiles when they are called for the first time, in the module as in the script.`,
    );
  }
  if (has('Payload')) {
    const { parts } = payload;
    said.push(
      `**Size.** Of ${kb(payload.contenders[OWN].brotli)}, the wasm's code is ${kb(parts['wasm code'])}, its data (the catalogue, the texts) ${kb(parts['wasm data'])}, the JavaScript ${kb(parts.script)}. Bodies of JSON text, repairs, views, registered apps and NDJSON are parts of their own, which a page loads where it asks for them. Data and JavaScript alone take ${kb(parts['wasm data'] + parts.script)} of the ${kb(MOST_PAYLOAD)}: the names of 205 apps and their fields, known formats, and the words of rules and hints hardly compress further. The largest parts of the code are ${largest(result.bytes)}; [below](#what-the-bytes-of-the-wasm-are) is all of it. ${withoutExtras(payload.contenders[OWN].brotli, result.bytes)}`,
    );
  }
  return said.length > 0 ? said : ['Every aim holds.'];
}

const time = ({ contenders, baselines }, name) => [...contenders, ...baselines].find((one) => one.name === name).ns;
const peers = ({ contenders }) =>
  contenders.filter(({ name }) => !name.startsWith(OWN) && name !== 'by hand').map((one) => one.ns);
/** The three largest parts of the code, in words. */
function largest(bytes) {
  const code = bytes.filter(({ part }) => part.startsWith('code: ')).slice(0, 3);
  return code.map(({ part, bytes: size }) => `${part.slice(6)} (${kb(size)} before compression)`).join(', ');
}

/** What a page would load if the package only said yes or no. */
function withoutExtras(brotli, bytes) {
  const EXTRAS = ['hints and edits', 'did you mean'];
  const extras = bytes.filter(({ part }) => EXTRAS.includes(part.replace('code: ', '')));
  const left = brotli - extras.reduce((sum, one) => sum + one.brotli, 0);
  return left > MOST_PAYLOAD
    ? `Without the code of hints and suggestions a page would load ${kb(left)}, still more than the aim.`
    : '';
}

const ms = (value) => `${value.toFixed(value < 1 ? 2 : 1)} ms`;
const percent = (share) => `${Math.round(share * 100)} %`;

function repeat() {
  return [
    '```sh\nnpm run bench              # some minutes; the first time also two builds with more apps\nnpm run bench -- --quick   # a short run, leaves this page as it is\ncargo bench                # the reader and the judge natively\n```',
    'The result stands in `target/bench.json` as well; `npm run bench -- --page` writes this page from it again. The longest file is a test of its own: `npm run test:huge --prefix npm` streams 2 GB (less where the disk has no room, and says so) in under 200 MB.',
  ].join('\n\n');
}
