// Whole processes: a file of a million rows, from the start of the program to its end.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../harness/run.mjs';
import { agreed } from '../agreed.mjs';
import { OWN } from '../contenders/all.mjs';
import { inTurns } from '../context.mjs';
import { median, QUICK } from '../measure.mjs';
import { pythonPeers, pythonVersions } from '../python/environment.mjs';
import { oneSchema } from '../python/one-schema.mjs';

export const title = 'Files';

const ROWS = QUICK ? 100_000 : 1_000_000;
const ROUNDS = QUICK ? 2 : 5;

/** The names of the peers. */
const PYTHON = 'Python, jsonschema-rs';
const PYTHON_TWICE = 'Python, jsonschema-rs, two processes';
const SOURCEMETA = 'Sourcemeta jsonschema';

/** @param {import('../context.mjs').Context} context */
export async function measure(context) {
  const { path, files } = context;
  const programs = await pythonPeers();
  const python = join(programs, 'python');
  writeSchema(path);
  const cli = (file, ...options) => [
    ...[process.execPath, join(path, 'node_modules/@auth-object/cli/dist/main.js'), 'check', '--quiet'],
    ...[...options, file],
  ];
  const peer = (format, file, ...rest) => [python, 'python/check_rows.py', 'made/schemas.json', format, file, ...rest];
  const contendersOf = {
    ndjson: (file) => ({
      [PYTHON]: peer('ndjson', file),
      [PYTHON_TWICE]: peer('ndjson', file, '2'),
      [SOURCEMETA]: [join(programs, 'jsonschema'), 'validate', '--fast', '--continue', 'made/one-schema.json', file],
    }),
    csv: (file) => ({ [PYTHON]: peer('csv', file) }),
    json: (file) => ({ [PYTHON]: peer('json', file) }),
  };
  const works = {};
  for (const [format, peers] of Object.entries(contendersOf)) {
    // Sourcemeta's program reads the format from the name.
    const file = join(files, `rows.${format === 'ndjson' ? 'jsonl' : format}`);
    await context.ask(
      `Write ${ROWS.toLocaleString('en')} rows: ${format}`,
      'rows/write-rows.mjs',
      file,
      format,
      `${ROWS}`,
    );
    const commands = { [OWN]: cli(file), [`${OWN}, --no-hints`]: cli(file, '--no-hints'), ...peers(file) };
    works[format] = { contenders: await timed(context, python, commands, format) };
    rmSync(file);
  }
  agreed(works);
  return { rows: ROWS, rounds: ROUNDS, versions: await pythonVersions(programs), works };
}

function writeSchema(path) {
  const schemas = JSON.parse(readFileSync(join(path, 'made/schemas.json'), 'utf8'));
  writeFileSync(join(path, 'made/one-schema.json'), JSON.stringify(oneSchema(schemas)));
}

/** Runs the commands in turns: medians, peak memory and the number of accepted rows of each. */
async function timed({ path, files }, python, commands, format) {
  const output = join(files, 'output.txt');
  const runs = Object.entries(commands).map(([name, command]) => async () => {
    const result = JSON.parse(await run(python, ['python/run.py', output, ...command], { cwd: path }));
    return { ...result, accepted: acceptedOf(name, readFileSync(output, 'utf8')) };
  });
  const results = await inTurns(ROUNDS, runs, format);
  rmSync(output);
  return Object.keys(commands).map((name, index) => {
    const of = (key) => results[index].map((one) => one[key]);
    return {
      name,
      ms: median(of('ms')),
      cpu: median(of('cpu')),
      rss: Math.max(...of('rss')),
      accepted: of('accepted')[0],
    };
  });
}

/** The number of accepted rows that a program prints: "950,000 accepted", "950000 passed", or only the number. */
function acceptedOf(name, text) {
  const found = /([\d,]+) (?:accepted|passed)\b/.exec(text) ?? /^(\d+)\n$/.exec(text);
  if (found === null) throw new Error(`${name} does not print how many rows it accepts:\n${text.slice(-2000)}`);
  return Number(found[1].replaceAll(',', ''));
}
