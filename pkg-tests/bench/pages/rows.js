// In a page: sends the work to a Worker, like a page that checks files.
const worker = new Worker(new URL('rows-worker.js', import.meta.url), { type: 'module' });
worker.onmessage = ({ data }) => {
  if (data.error === undefined) globalThis.__result = JSON.stringify(data);
  else reportError(new Error(data.error));
};
worker.onerror = (event) => reportError(event.error ?? new Error(event.message));
worker.postMessage(Object.fromEntries(new URLSearchParams(location.search)));
