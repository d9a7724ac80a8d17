// In a page: how long the first verdict takes once the script has been evaluated.
import { checkAuthObject } from 'auth-object';

const evaluated = performance.now();
const { ok } = checkAuthObject('netsuite', { keybased: { account_id: 'fake-1' } });
const first = performance.now() - evaluated;
globalThis.__result = JSON.stringify({ ok, first });
