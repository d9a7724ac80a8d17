// Names of apps come from a file that anybody may have written: a shell must not run them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { createProgram } from '../program.ts';
import { scratch } from '../testing/run.ts';
import { bashScript } from './bash.ts';
import { treeOf } from './command-tree.ts';

test.skipIf(process.platform === 'win32')('bash', () => {
  const folder = scratch();
  const slugs = ['slack', '$(touch ran)', '`touch ran`', 'slack_$(touch ran)', 'slack-2.x', "sla'ck", '*'];
  writeFileSync(join(folder, 'auth-object'), `#!/bin/sh\ncat slugs\n`, { mode: 0o755 });
  writeFileSync(join(folder, 'slugs'), slugs.map((slug) => `${slug}\tname\n`).join(''));
  const script = `${bashScript(treeOf(createProgram()))}
    COMP_WORDS=(./auth-object show sla); COMP_CWORD=2
    _auth_object ./auth-object sla show
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const completed = execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
  assert.deepEqual(completed.trimEnd().split('\n'), ['slack', 'slack-2.x']);
  assert.equal(existsSync(join(folder, 'ran')), false);
});
