// Sends the answers to the page that started this worker.
import { answers } from './answers.js';

globalThis.postMessage(JSON.stringify(answers()));
