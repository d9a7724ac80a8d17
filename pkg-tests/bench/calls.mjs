// One call each: JS objects and JSON texts. Prints JSON.
import { readFileSync } from 'node:fs';
import { PARSE_ALONE, STRINGIFY_ALONE } from './baselines.mjs';
import { OWN, prepared } from './contenders/all.mjs';
import * as own from './contenders/auth-object.mjs';
import { interleaved, QUICK } from './measure.mjs';
import { requests } from './requests.mjs';

const COUNT = 2000;
const ROUNDS = QUICK ? 7 : 41;

const catalogue = JSON.parse(readFileSync('made/catalogue.json', 'utf8'));
const { samples } = catalogue;
const peers = await prepared(catalogue);
const contenders = [
  { name: OWN, checkRow: own.checkRow, checkText: own.checkText },
  { name: `${OWN}, hints: false`, checkRow: own.checkRowWithoutHints, checkText: own.checkTextWithoutHints },
  ...peers,
];

const mixed = requests(catalogue.compact, COUNT, { samples });
// As JSON.parse makes them, like most objects that are checked.
const rowsOf = (list) => list.filter(({ row }) => row !== undefined).map(({ text }) => JSON.parse(text));
const good = rowsOf(requests(catalogue.compact, COUNT, { samples, share: 0 }));
const bad = rowsOf(requests(catalogue.compact, COUNT, { samples, share: 1 }));

function measure(items, checkOf, baselines = []) {
  const counting = (check) => () => {
    let accepted = 0;
    for (const item of items) if (check(item)) accepted += 1;
    return accepted;
  };
  const all = contenders.map((contender) => ({ name: contender.name, run: counting(checkOf(contender)) }));
  const plain = baselines.map(({ name, work }) => ({ name, run: counting((item) => work(item) === 0) }));
  const results = interleaved([...all, ...plain], { rounds: ROUNDS, units: items.length });
  return { contenders: results.slice(0, all.length), baselines: results.slice(all.length) };
}

/** Bad requests that a contender accepts, and good ones that it rejects. */
function differences() {
  return contenders.flatMap(({ name, checkText }) =>
    mixed
      .filter(({ text, fault }) => checkText(text) !== (fault === undefined))
      .map(({ fault, text }) => ({ name, fault: fault ?? 'none', text })),
  );
}

/** The time for one NDJSON record of each kind. */
function kinds() {
  const groups = new Map([['good', good.map((row) => JSON.stringify(row))]]);
  for (const { text, fault } of requests(catalogue.compact, COUNT, { samples, share: 1 })) {
    groups.set(fault, [...(groups.get(fault) ?? []), text]);
  }
  return [...groups].map(([kind, lines]) => {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    const [{ ns }] = interleaved([{ name: kind, run: () => own.checkFile([bytes], { format: 'ndjson' }) }], {
      rounds: ROUNDS,
      units: lines.length,
      warmMs: 20,
    });
    return { kind, ns };
  });
}

const texts = mixed.map(({ text }) => text);
const parse = (text) => {
  try {
    return JSON.parse(text) === null ? 0 : 1;
  } catch {
    return 1;
  }
};
const result = {
  requests: COUNT,
  bad: mixed.filter(({ fault }) => fault !== undefined).length,
  bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / COUNT,
  rounds: ROUNDS,
  differences: differences(),
  kinds: kinds(),
  hinted: good.filter(own.raisesHints).length / good.length,
  works: {
    'object, mixed': measure(rowsOf(mixed), ({ checkRow }) => checkRow, [
      { name: STRINGIFY_ALONE, work: (row) => JSON.stringify(row).length },
    ]),
    accepted: measure(good, ({ checkRow }) => checkRow),
    rejected: measure(bad, ({ checkRow }) => checkRow),
    'JSON text, mixed': measure(texts, ({ checkText }) => checkText, [{ name: PARSE_ALONE, work: parse }]),
  },
};
console.log(JSON.stringify(result));
