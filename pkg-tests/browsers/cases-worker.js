import { report } from './cases.js';

globalThis.postMessage(await report());
