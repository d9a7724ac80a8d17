// The parts of the library's first verdict in a new process. Prints JSON, all in ms.
import { performance } from 'node:perf_hooks';
import { checkAuthObject } from 'auth-object';

const object = { keybased: { account_id: 'fake-1' } };
const { Module, Instance } = WebAssembly;
/** The times before and after each module is compiled and instantiated: first the decoder of the text, then the wasm. */
const times = [performance.now()];
const timed = (Class) =>
  new Proxy(Class, {
    construct(target, list) {
      times.push(performance.now());
      const made = new target(...list);
      times.push(performance.now());
      return made;
    },
  });
WebAssembly.Module = timed(Module);
WebAssembly.Instance = timed(Instance);
checkAuthObject('netsuite', object);
times.push(performance.now());
checkAuthObject('netsuite', object);
times.push(performance.now());
const [begun, , , , , bytes, compiled, linking, linked, first, second] = times;
console.log(
  JSON.stringify({
    decode: bytes - begun,
    compile: compiled - bytes,
    instantiate: linked - linking,
    other: first - linked + linking - compiled,
    'second verdict': second - first,
  }),
);
