// A fresh process: what auth-object's first verdict is made of. Prints JSON, all in ms.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { checkAuthObject, init } from 'auth-object/slim';

const object = { keybased: { account_id: 'fake-1' } };
const bytes = readFileSync('node_modules/auth-object/dist/auth_object.wasm');
const times = [performance.now()];
const mark = () => times.push(performance.now());
const module = new WebAssembly.Module(bytes);
mark();
// A module is started at once, before the promise settles.
init(module);
mark();
checkAuthObject('netsuite', object);
mark();
checkAuthObject('netsuite', object);
mark();
const [compile, instantiate, first, second] = times.slice(1).map((time, index) => time - times[index]);
console.log(JSON.stringify({ compile, instantiate, first, second }));
