/** The cases and made-up values that the tests of this package share with those of Rust and of the packed packages. */
export { random } from '../../../../pkg-tests/bench/random.mjs';
export { samples, schemasOf } from '../../../../pkg-tests/bench/samples.mjs';
export { disguised, leakIn } from '../../../../pkg-tests/cases-tools/leak.mjs';
export { loadCases } from '../../../../pkg-tests/cases-tools/load-cases.mjs';
export { bytesOf, loadRowCases, reportOf } from '../../../../pkg-tests/cases-tools/row-cases.mjs';
export { runCase } from '../../../../pkg-tests/cases-tools/run-case.mjs';
export { bytesOfBase64, resolve } from '../../../../pkg-tests/cases-tools/values.mjs';
