import { growsUnder } from '../testing/memory-growth.ts';

growsUnder(20_000);
