// A server component with a client component; both check the requests.
import { answers } from '../common/answers.js';
import { base64 } from './base64.js';
import { Client } from './client.jsx';

// At each request, not only while building.
export const dynamic = 'force-dynamic';

export default function Page() {
  return (
    <main>
      <pre id="server">{base64(JSON.stringify(answers()))}</pre>
      <Client />
    </main>
  );
}
