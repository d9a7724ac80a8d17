// Starts the worker of all cases and passes on what it says.
const worker = new Worker('cases-worker.js', { type: 'module' });
worker.onmessage = ({ data }) => {
  globalThis.__result = data;
};
worker.onerror = ({ message }) => {
  throw new Error(`worker: ${message}`);
};
