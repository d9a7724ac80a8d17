import { report } from './cases.js';

globalThis.__result = await report();
