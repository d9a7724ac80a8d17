// Starts a server with a store in a file and sends two requests: `answer.mjs FILE`, in a folder that has the package.
// Prints the answers, or the error if there is no store.
import { sqliteStore, startEndpoint } from '@auth-object/endpoint/node';

const [file] = process.argv.slice(2);

try {
  const store = sqliteStore(file);
  const { url, close } = await startEndpoint({ store, linkedAccounts: 'any' });
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
  console.log(`${error.code}: ${error.message}`);
}
