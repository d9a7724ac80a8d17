/** The rejected request that the page opens with: frequent mistakes, which one button fixes. */
export const EXAMPLE = `curl -X PUT "https://app.refold.ai/api/v2/public/migrate-token" \\
  -H "x-api-key: tk-fake-key" \\
  -H "linked_account_id: customer-42" \\
  -H "Content-Type: application/json" \\
  -d '{
    "slug": "shopify",
    "auth_object": {
      "oauth2": {
        "accessToken": "Bearer fake-access-token-1",
        "refresh_token": "fake-refresh-token-1",
        "store_name": "https://acme.myshopify.com/"
      }
    }
  }'`;

/** The `request_id` of an answer is random; the result of the build has this one. */
export const EXAMPLE_REQUEST_ID = '00000000-0000-4000-8000-000000000000';
