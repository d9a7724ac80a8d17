// Two plots as one SVG: the time for a record, and the size, each against the number of apps.

const [WIDTH, HEIGHT, LEFT, TOP, PLOT_WIDTH, PLOT_HEIGHT] = [760, 320, 70, 44, 270, 210];
const COLOURS = ['#1b6ca8', '#b5541c', '#4c7a34'];
const INK = 'fill="#333" font-family="sans-serif"';

const log = (value, [from, to]) => (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from));
const label = (x, y, text, more = '') => `<text x="${x}" y="${y}" font-size="11" ${INK} ${more}>${text}</text>`;

/**
 * @param {{ apps: number, brotli: number, records: { size: number, ns: number }[] }[]} growth
 * @returns {string} the SVG
 */
export function plot(growth) {
  const apps = growth.map((one) => one.apps);
  const times = growth[0].records.map(({ size }, index) => ({
    name: size < 1000 ? `${size} B` : `${Math.round(size / 1024)} KB`,
    values: growth.map((one) => one.records[index].ns / 1000),
  }));
  const sizes = [{ name: 'all that a page loads', values: growth.map((one) => one.brotli / 1000) }];
  const left = panel(0, 'Time for a record of NDJSON, µs', apps, times);
  const right = panel(WIDTH / 2, 'Size, kB brotli', apps, sizes);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Time for a record and size against the number of apps">`,
    '<title>Growth: time for a record, and size, against the number of apps (both scales logarithmic)</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...left,
    ...right,
    '</svg>\n',
  ].join('\n');
}

function panel(at, title, apps, lines) {
  const values = lines.flatMap((line) => line.values);
  const range = [10 ** Math.floor(Math.log10(Math.min(...values))), 10 ** Math.ceil(Math.log10(Math.max(...values)))];
  const xOf = (count) => Math.round(at + LEFT + 10 + (PLOT_WIDTH - 80) * log(count, [apps[0], apps.at(-1)]));
  const yOf = (value) => Math.round(TOP + PLOT_HEIGHT * (1 - log(value, range)));
  const names = namesAt(lines.map((one) => yOf(one.values.at(-1))));
  const ticks = [];
  for (let tick = range[0]; tick <= range[1] * 1.01; tick *= 10) ticks.push(Number(tick.toPrecision(1)));
  return [
    label(at + LEFT, TOP - 18, title, 'font-weight="bold"'),
    ...ticks.flatMap((tick) => [
      `<path d="M${at + LEFT} ${yOf(tick)}h${PLOT_WIDTH}" stroke="#ddd"/>`,
      label(at + LEFT - 6, yOf(tick) + 4, tick, 'text-anchor="end"'),
    ]),
    ...apps.map((count) =>
      label(xOf(count), TOP + PLOT_HEIGHT + 18, count.toLocaleString('en'), 'text-anchor="middle"'),
    ),
    label(at + LEFT + (PLOT_WIDTH - 60) / 2, TOP + PLOT_HEIGHT + 38, 'apps', 'text-anchor="middle"'),
    ...lines.flatMap(({ name, values: points }, index) =>
      line(name, points, apps, xOf, yOf, COLOURS[index], names[index]),
    ),
  ];
}

/** Where the names of the lines stand: beside their ends, one below the other where two ends meet. */
function namesAt(ends) {
  const places = new Array(ends.length);
  let last = -Infinity;
  for (const index of ends.map((_, at) => at).sort((a, b) => ends[a] - ends[b])) {
    last = Math.max(ends[index], last + 13);
    places[index] = last + 4;
  }
  return places;
}

function line(name, values, apps, xOf, yOf, colour, nameAt) {
  const points = values.map((value, index) => [xOf(apps[index]), yOf(value)]);
  const [x, y] = points.at(-1);
  return [
    `<polyline points="${points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...points.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`),
    name.length < 9 ? label(x + 8, nameAt, name) : label(x, y - 10, name, 'text-anchor="end"'),
  ];
}
