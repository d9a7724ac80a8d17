// Prints the answers: for programs.
import { answers } from './answers.js';
import { rows } from './rows.js';

console.log(JSON.stringify({ ...answers(), rows: rows() }));
