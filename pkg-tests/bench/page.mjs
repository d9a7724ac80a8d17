// docs/performance.md, written from target/bench.json.
import { aims, bestPeer, kb, ns, ratio } from './aims.mjs';
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
  const [pass, ends] = lines.buffer.baselines;
  return `The SIMD pass (\`pkg-tests/bench/simd.mjs\`) copies the bytes into wasm and classifies each as structure, white space, quote or backslash, 16 at a time: ${ns(pass.ns)} for a record. It reads no key and keeps no place; finding the line ends alone by \`Buffer.indexOf\` takes ${ns(ends.ns)}.`;
}

/** For each aim that misses: the figures that say why. */
function misses(result) {
  const missed = aims(result)
    .filter(({ holds }) => !holds)
    .map(({ aim }) => aim);
  const has = (start) => missed.some((aim) => aim.startsWith(start));
  const { calls, lines, startParts, payload, threads } = result;
  const time = (workOf, name) => [...workOf.contenders, ...workOf.baselines].find((one) => one.name === name).ns;
  const bare = `${OWN}, hints: false`;
  const said = [];
  if (has('One object')) {
    said.push(
      `**Objects.** An accepted object takes ${ns(time(calls.accepted, OWN))}, and ${ns(time(calls.accepted, bare))} with \`hints: false\`. Hints are what costs, and no contender gives any: made-up values raise some in ${percent(calls.hinted)} of these requests, and a verdict with hints comes as JSON; where none is raised, an object takes ${ns(time(calls.quiet, OWN))} (the best peer ${ns(bestPeer(calls.quiet).ns)}). A refused one takes ${ns(time(calls.refused, OWN))}: the verdict with its messages, help and suggestions is written as JSON in wasm, decoded and parsed, and a request id is drawn, where the others say no. The lower limit of a reader that hands texts over to wasm is seen in \`JSON.stringify alone\`, ${ns(time(calls.object, 'JSON.stringify alone'))}, and in ${ns(time(calls.text, 'one SIMD pass over the bytes, in wasm'))} for encoding a text of that length into the memory and looking at each byte once.`,
    );
  }
  if (has('NDJSON')) {
    const slowest = calls.kinds.reduce((most, one) => (one.ns > most.ns ? one : most));
    const own = time(lines.buffer, OWN);
    const pass = time(lines.buffer, 'one SIMD pass over the bytes, in wasm');
    said.push(
      `**NDJSON.** A record takes ${ns(own)}, ${ratio(own / pass)} times the SIMD pass of ${ns(pass)}, which decides nothing. A tenth of the best peer would be less than what \`JSON.parse\` alone takes of a text (${ns(time(calls.text, 'JSON.parse alone'))}) by a factor of ${ratio(time(calls.text, 'JSON.parse alone') / (Math.min(...peers(lines.buffer)) / 10))}. The code is compiled for size (\`opt-level = "s"\`) and without SIMD. By kind, a good record takes ${ns(calls.kinds[0].ns)} and the slowest kind, "${slowest.kind}", ${ns(slowest.ns)}.`,
    );
  }
  if (has('Two workers')) {
    said.push(
      `**Two workers.** The threads' own start and the calling thread, which takes the refused rows over from both, share the ${result.machine.processors} processors with them. One worker takes ${threads.ms[1].toFixed(0)} ms for the file, ${ratio(threads.ms[1] / threads.ms.stream)} times the calling thread with a stream.`,
    );
  }
  if (has('Node') || has('Chromium')) {
    said.push(
      `**Start.** From the wasm's bytes on, compiling takes ${startParts.compile.toFixed(1)} ms, instantiating ${startParts.instantiate.toFixed(1)} ms, the first verdict ${startParts.first.toFixed(1)} ms and the second ${startParts.second.toFixed(2)} ms; what is missing to the figure of the whole package is decoding the text that holds the wasm. Compiling and decoding grow with the wasm's bytes, so what makes it smaller makes it start sooner.`,
    );
  }
  if (has('Payload')) {
    const { parts } = payload;
    said.push(
      `**Size.** Of ${kb(payload.contenders[OWN].brotli)}, the wasm's code is ${kb(parts['wasm code'])}, its data (the catalogue, the texts) ${kb(parts['wasm data'])}, the JavaScript ${kb(parts.script)}. The code alone misses or takes most of the aim; the data would fit.`,
    );
  }
  return said.length > 0 ? said : ['Every aim holds.'];
}

const peers = ({ contenders }) =>
  contenders.filter(({ name }) => !name.startsWith(OWN) && name !== 'by hand').map((one) => one.ns);
const percent = (share) => `${Math.round(share * 100)} %`;

function repeat() {
  return [
    '```sh\nnpm run bench              # some minutes; the first time also two builds with more apps\nnpm run bench -- --quick   # a short run, leaves this page as it is\ncargo bench                # the reader and the judge natively\n```',
    'The result stands in `target/bench.json` as well; `npm run bench -- --page` writes this page from it again. The longest file is a test of its own: `npm run test:huge --prefix npm` streams 2 GB (less where the disk has no room, and says so) in under 200 MB.',
  ].join('\n\n');
}
