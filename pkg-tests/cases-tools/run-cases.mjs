// The case runner for Node: all files, and the runner of one case, which browsers import alone.
export { loadCases } from './load-cases.mjs';
export { runCase } from './run-case.mjs';
