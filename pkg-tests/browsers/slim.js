// The entry without wasm: a call before `init` throws, then `init` loads the file from a URL.
import { apps, init } from 'auth-object/slim';

let early;
try {
  apps();
} catch (error) {
  early = `${error.name}: ${error.message}`;
}
await init(new URL('/auth_object.wasm', location.href));
globalThis.__result = JSON.stringify({ early, apps: apps().length });
