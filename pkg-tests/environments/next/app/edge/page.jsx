// A page of the edge runtime, which forbids compiling WebAssembly from bytes.
// A page, because Next.js 16.4.5 fails to build any route handler of that runtime with webpack.
import { createEndpoint } from '@auth-object/endpoint';
import { answers } from '../../common/answers.js';
import { ENDPOINT, endpointCalls } from '../../common/endpoint-calls.js';
import { registeredApp } from '../../common/registered-app.js';
import { rows } from '../../common/rows.js';
import { base64 } from '../base64.js';

export const runtime = 'edge';
export const dynamic = 'force-dynamic';

export default async function Page() {
  const endpoint = await endpointCalls('http://localhost', createEndpoint(ENDPOINT));
  return (
    <>
      <pre id="edge">{base64(JSON.stringify({ ...answers(), rows: rows() }))}</pre>
      <pre id="endpoint">{base64(JSON.stringify(endpoint))}</pre>
      <pre id="registered">{base64(JSON.stringify(await registeredApp()))}</pre>
    </>
  );
}
