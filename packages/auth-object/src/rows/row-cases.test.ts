// The cases of pkg-tests/row-cases: at once, and in chunks that end everywhere.
import assert from 'node:assert/strict';
import { describe, test } from 'vitest';
import * as api from '../entry/rows.ts';
import { bytesOf, loadRowCases, reportOf } from '../testing/shared-cases.ts';

for (const { name: file, cases } of loadRowCases()) {
  describe(file, () => {
    for (const { report, ...given } of cases) {
      test(given.name, () => {
        const whole = api.checkRows(given.file ?? bytesOf(given), { now: 0, ...given.options });
        assert.deepEqual(JSON.parse(JSON.stringify(whole)), report);
        for (const length of [undefined, 1, 7])
          assert.deepEqual(reportOf(api, given, length), whole, `chunks of ${length}`);
      });
    }
  });
}
