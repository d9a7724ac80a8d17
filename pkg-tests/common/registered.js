// Prints what the local endpoint answers about a registered app: for programs.
import { registeredApp } from './registered-app.js';

console.log(JSON.stringify(await registeredApp()));
