// The page and a web worker must give the same answers.
import { answers } from './answers.js';

const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
worker.onerror = (event) => {
  throw new Error(`worker: ${event.message}`);
};
worker.onmessage = ({ data }) => {
  const here = JSON.stringify(answers());
  globalThis.__result = data === here ? here : JSON.stringify({ page: here, worker: data });
};
