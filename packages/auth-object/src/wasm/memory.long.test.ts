// A million calls of each kind; takes about a minute. `npm run test:long`
import { growsUnder } from '../testing/memory-growth.ts';

growsUnder(1_000_000);
