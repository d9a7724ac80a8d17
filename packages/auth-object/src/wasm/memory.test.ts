import { growsUnder } from './memory-growth.ts';

growsUnder(20_000);
