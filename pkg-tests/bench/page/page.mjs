// docs/performance.md, written from target/bench.json.
import { aims, kb, MOST_PAYLOAD, mb, ns, ratio } from './aims.mjs';
import { LINE_ENDS_ALONE, PARSE_ALONE, QUOTES_ALONE, SIMD_PASS, STRINGIFY_ALONE } from './baselines.mjs';
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
    `The others hold what they need to accept and reject. ${OWN} holds the labels, texts, hints and formats as well, which is why it is no like for like; what it is held against is its own aim. \`pkg-tests/bench/size.test.mjs\` keeps it from growing unseen.`,
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
    `${calls.requests.toLocaleString('en')} requests of the real catalogue, ${Math.round(calls.bytes)} bytes on average, both shapes, ${calls.bad} of them bad, of 18 kinds (\`pkg-tests/bench/requests.mjs\`); medians of ${calls.rounds} rounds, after a warm-up. "accepted" and "rejected" are asked with good ones and bad ones alone.`,
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
  const said = [];
  if (has('Accepted') || has('Rejected')) {
    const { accepted, rejected, hinted } = calls;
    said.push(
      `**Objects.** An accepted object takes ${ns(time(accepted, OWN))}: the fast path compares it with a table of the app and asks the instance about values that have a format or are not ordinary; ${percent(hinted)} of these requests raise a hint and go to the instance as a whole. A rejected one takes ${ns(time(rejected, OWN))}: it is written as JSON (${ns(time(calls.object, STRINGIFY_ALONE))}), read, and comes back as an object with all issues, paths, words and suggestions. The others say no at the first fault, except for zod.`,
    );
  }
  if (has('NDJSON')) {
    const slowest = calls.kinds.reduce((most, one) => (one.ns > most.ns ? one : most));
    said.push(
      `**NDJSON.** A record takes ${ns(time(lines.buffer, OWN))}, and ${ns(time(lines.alike, OWN))} if the rows have eight forms, as those of one script have. ${lines.bad.toLocaleString('en')} of ${lines.lines.toLocaleString('en')} are rejected, ${ns(slowest.ns)} for the slowest kind ("${slowest.kind}"). \`JSON.parse\` alone takes ${ns(time(calls.text, PARSE_ALONE))} for a text.`,
    );
  }
  if (has('Two workers')) {
    const net = (workers) => threads.ms[workers] - threads.small.ms[workers];
    said.push(
      `**Two workers.** A file of ${mb(threads.small.bytes)} takes ${threads.small.ms[1].toFixed(0)} ms with one worker and ${threads.small.ms[2].toFixed(0)} ms with two: nearly all of it is Node starting the threads and V8 compiling. Beyond that, two are ${ratio(net(1) / net(2))} times as fast as one. All processors together work ${threads.cpu[1].toFixed(0)} ms for the file with one worker and ${threads.cpu[2].toFixed(0)} ms with two, so two could be ${ratio(threads.ms[1] / (threads.cpu[2] / 2))} times as fast as one if both processors worked all the time. The calling thread puts the rejected rows together and in order beside them, and each thread meets the forms of the rows for itself. One worker takes ${threads.ms[1].toFixed(0)} ms for the file, ${ratio(threads.ms[1] / threads.ms.stream)} times the calling thread with a stream.`,
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
      `**Size.** Of ${kb(payload.contenders[OWN].brotli)}, the wasm's code is ${kb(parts['wasm code'])}, its data (the catalogue, the texts) ${kb(parts['wasm data'])}, the JavaScript ${kb(parts.script)}. The aim is ${kb(MOST_PAYLOAD)}.`,
    );
  }
  return said.length > 0 ? said : ['Every aim holds.'];
}

const time = ({ contenders, baselines }, name) => [...contenders, ...baselines].find((one) => one.name === name).ns;
const ms = (value) => `${value.toFixed(value < 1 ? 2 : 1)} ms`;
const percent = (share) => `${Math.round(share * 100)} %`;

function repeat() {
  return [
    '```sh\nnpm run bench              # some minutes; the first time also two builds with more apps\nnpm run bench -- --quick   # a short run, leaves this page as it is\ncargo bench                # the reader and the judge natively\n```',
    'The result stands in `target/bench.json` as well; `npm run bench -- --page` writes this page from it again. The longest file is a test of its own: `npm run test:huge --prefix npm` streams 2 GB (less where the disk has no room, and says so) in under 200 MB.',
  ].join('\n\n');
}
