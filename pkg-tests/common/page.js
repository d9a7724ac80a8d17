// Puts the answers where the test finds them: for browsers.
import { answers } from './answers.js';
import { rows } from './rows.js';

globalThis.__result = JSON.stringify({ ...answers(), rows: rows() });
