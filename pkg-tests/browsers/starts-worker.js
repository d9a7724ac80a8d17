// Starts the worker of all cases and passes its result on.
const worker = new Worker('cases-worker.js', { type: 'module' });
worker.onmessage = ({ data }) => {
  globalThis.__result = data;
};
worker.onerror = ({ message }) => {
  throw new Error(`worker: ${message}`);
};
