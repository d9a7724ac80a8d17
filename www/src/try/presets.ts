/** Calls to start from. */
const URL = 'https://app.refold.ai/api/v2/public';

export const TRY_EXAMPLE = `curl -X PUT "${URL}/migrate-token" \\
  -H "x-api-key: tk-fake-key" \\
  -H "linked_account_id: customer-42" \\
  -H "Content-Type: application/json" \\
  -d '{
    "slug": "slack",
    "auth_object": {
      "bot_token": "fake-bot-token-1"
    }
  }'`;

export const PRESETS: Readonly<Record<string, string>> = {
  migrate: TRY_EXAMPLE,
  create: `await fetch("${URL}/linked-account", {
  method: "POST",
  headers: { "x-api-key": "tk-fake-key", "Content-Type": "application/json" },
  body: JSON.stringify({ linked_account_id: "customer-43", name: "Acme Inc." }),
});`,
  list: `curl "${URL}/linked-account" -H "x-api-key: tk-fake-key"`,
  application: `curl "${URL}/application/slack" \\
  -H "x-api-key: tk-fake-key" \\
  -H "linked_account_id: customer-42"`,
  structure: `curl "${URL}/auth-structure/netsuite"`,
};
