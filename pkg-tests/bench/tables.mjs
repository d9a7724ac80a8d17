// What was measured as tables: for the terminal and for docs/performance.md.
import { aims, bestPeer, kb, mb, ns, ratio, verdict } from './aims.mjs';
import { OWN } from './contenders/all.mjs';

/** @returns {{ title: string, head: string[], rows: string[][] }[]} */
export function tables({ calls, lines, payload, start, startParts, threads, memory, growth }) {
  const ms = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
  return [
    perUnit('calls', 'Time for one call', {
      'object, mixed': calls.object,
      accepted: calls.accepted,
      rejected: calls.rejected,
      'JSON text, mixed': calls.text,
    }),
    perUnit('lines', `Time for a record of NDJSON, ${lines.lines.toLocaleString('en')} lines`, {
      'one buffer': lines.buffer,
      'chunks of 64 KiB': lines.chunks,
      'one buffer, eight forms': lines.alike,
    }),
    {
      name: 'kinds',
      title: `${OWN}: a record of NDJSON by its kind`,
      head: ['kind', 'time'],
      rows: calls.kinds.map(({ kind, ns: time }) => [kind, ns(time)]),
    },
    {
      name: 'start',
      title: 'A fresh Node process, in ms',
      head: [
        '',
        'import',
        'prepare all apps',
        'first verdict then',
        'prepare one app',
        'first verdict then',
        'process start to verdict, one app',
      ],
      rows: start.map(({ name, all, one }) => [
        name,
        ms(all.import),
        ms(all.prepare),
        ms(all.first),
        ms(one.prepare),
        ms(one.first),
        ms(one.ready),
      ]),
    },
    {
      name: 'startParts',
      title: `What the first verdict of ${OWN} is made of, in ms`,
      head: Object.keys(startParts),
      rows: [Object.values(startParts).map(ms)],
    },
    {
      name: 'payload',
      title: 'Payload: all apps, bundled and minified by esbuild',
      head: ['', 'minified', 'brotli'],
      rows: Object.entries(payload.contenders).map(([name, size]) => [name, kb(size.minified), kb(size.brotli)]),
    },
    {
      name: 'parts',
      title: `Parts of ${OWN}, each compressed by itself`,
      head: ['', 'brotli'],
      rows: Object.entries(payload.parts).map(([name, size]) => [name, kb(size)]),
    },
    {
      name: 'threads',
      title: `A file of ${mb(threads.bytes)}, ${threads.rows.toLocaleString('en')} rows`,
      head: ['', 'time', 'for a record', 'to one worker'],
      rows: Object.entries(threads.ms).map(([key, value]) => [
        key === 'stream' ? 'NdjsonChecker, calling thread' : `checkNdjsonFile, ${key} worker${key === '1' ? '' : 's'}`,
        ...[
          `${value.toFixed(0)} ms`,
          ns((value * 1e6) / threads.rows),
          `${ratio(threads.ms[1] / value)} times as fast`,
        ],
      ]),
    },
    {
      name: 'memory',
      title: 'Largest size of the process',
      head: ['file', 'NdjsonChecker, stream', 'checkNdjsonFile, two workers'],
      rows: memory.map(({ bytes, stream, threads: two }) => [mb(bytes), mb(stream), mb(two)]),
    },
    {
      name: 'growth',
      title: 'Growth',
      head: [
        'apps',
        'brotli',
        'first verdict',
        ...growth[0].records.map(({ bytes }) => `record of ${Math.round(bytes).toLocaleString('en')} B`),
      ],
      rows: growth.map(({ apps, brotli, first, records }) => [
        ...[apps.toLocaleString('en'), kb(brotli), `${ms(first)} ms`],
        ...records.map(({ ns: time }) => ns(time)),
      ]),
    },
  ];
}

function perUnit(name, title, works) {
  const columns = Object.entries(works);
  const [[, any]] = columns;
  const names = [...any.contenders, ...any.baselines].map((one) => one.name);
  for (const [, { baselines }] of columns) {
    for (const one of baselines) if (!names.includes(one.name)) names.push(one.name);
  }
  const cell = (work, name) => {
    const found = [...work.contenders, ...work.baselines].find((one) => one.name === name);
    return found === undefined ? '' : `${ns(found.ns)} (${ratio(found.ns / bestPeer(work).ns)})`;
  };
  return {
    name,
    title: `${title}; in brackets, the ratio to the best validator beside ${OWN}`,
    head: ['', ...columns.map(([head]) => head)],
    rows: names.map((row) => [row, ...columns.map(([, work]) => cell(work, row))]),
  };
}

/** The aims as a table. */
export function aimsTable(result) {
  return {
    name: 'aims',
    title: 'Aims',
    head: ['aim', 'figure', ''],
    rows: aims(result).map((one) => [one.aim, one.figure, verdict(one)]),
  };
}

/** How many requests the contenders accept of each kind of work: one number where they agree. */
export function agreement({ calls, lines }) {
  const works = { ...calls, ...lines };
  return ['object', 'accepted', 'rejected', 'text', 'buffer', 'chunks', 'alike'].map((work) => {
    const accepted = new Set(works[work].contenders.map((one) => one.accepted));
    return { work, accepted: [...accepted] };
  });
}

/** All of it for the terminal. */
export function printed(result) {
  const same = agreement(result).map(({ work, accepted }) => `${work}: ${accepted.join(' or ')}`);
  const all = [...tables(result), aimsTable(result)].map(plain).join('\n');
  return `${all}\n\nAccepted, by every contender alike: ${same.join('; ')}`;
}

function plain({ title, head, rows }) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  return [`\n${title}`, ...all.map(line)].join('\n');
}

/** A table in Markdown. */
export function markdown({ head, rows }) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}
