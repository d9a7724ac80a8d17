// Prints the answers: for programs.
import { answers } from './answers.js';

console.log(JSON.stringify(answers()));
