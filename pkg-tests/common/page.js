// Hands the answers to the page: for browsers.
import { answers } from './answers.js';
import { rows } from './rows.js';

globalThis.__result = JSON.stringify({ ...answers(), rows: rows() });
