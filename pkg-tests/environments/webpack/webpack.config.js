// A page, a web worker of it, and a bundle for servers. Nothing is set for the package.
const path = (name) => new URL(name, import.meta.url).pathname;

export default [
  { mode: 'production', entry: './main.js', output: { path: path('dist'), filename: 'bundle.js' }, performance: false },
  {
    mode: 'development',
    ...{ entry: './main.js', output: { path: path('development'), filename: 'bundle.js' } },
  },
  {
    mode: 'production',
    target: 'node',
    ...{ entry: './common/print.js', output: { path: path('server'), filename: 'print.cjs' } },
  },
  {
    mode: 'production',
    target: 'node',
    ...{ entry: './common/print.cjs', output: { path: path('server'), filename: 'required.cjs' } },
  },
];
