import { growsUnder } from './memory.mjs';

growsUnder(20_000);
