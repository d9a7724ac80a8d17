/** Where a real page asks its own server, which knows the API key, to call the endpoint. */
export async function send(request) {
  document.body.dataset.sent = JSON.stringify(request);
  return { status: 200, body: { success: true, message: 'Token migrated successfully' } };
}
