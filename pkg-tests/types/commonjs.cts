// CommonJS that requires the ES modules, by `import` and by `require`.
import { checkRequest, type Verdict } from 'auth-object';

import slim = require('auth-object/slim');
import whole = require('auth-object');

const verdict: Verdict = checkRequest({ body: '{}' });
const again: Verdict = whole.checkRequest({ body: '{}' });
const started: Promise<void> = slim.init(new Uint8Array());

// @ts-expect-error there is no default export
whole.default;

export { again, started, verdict };
