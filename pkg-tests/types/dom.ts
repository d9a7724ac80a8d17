// With the DOM's types: what browsers, workers and fetch handlers pass.
import { checkRequest, init } from 'auth-object';
import { checkRows } from 'auth-object/rows';

export async function answer(request: Request): Promise<Response> {
  const { response } = checkRequest({ headers: request.headers, body: await request.text() });
  return Response.json(response.body, { status: response.status });
}

export const started: Promise<void>[] = [
  init(fetch('/auth_object.wasm')),
  init(new URL('https://example.com/auth_object.wasm')),
  init(new WebAssembly.Module(new Uint8Array())),
];

export const many: (bytes: ArrayBuffer) => unknown = checkRows;
