// A server with its state in a file, asked twice: `answer.mjs ENTRY FILE`, the entry of the installed package for Node.
// Prints what it answered, or why there is no store.
import { pathToFileURL } from 'node:url';

const [entry, file] = process.argv.slice(2);
const node = await import(pathToFileURL(entry));

try {
  const store = node.sqliteStore(file);
  const { url, close } = await node.startEndpoint({ store, linkedAccounts: 'any' });
  for (let time = 0; time < 2; time++) {
    const answer = await fetch(`${url}/api/v2/public/migrate-token`, {
      method: 'PUT',
      headers: { 'x-api-key': 'tk-fake', linked_account_id: 'account:12345' },
      body: JSON.stringify({ slug: 'slack', auth_object: { bot_token: 'fake-bot-token' } }),
    });
    console.log((await answer.json()).message);
  }
  await close();
  store.close();
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
}
