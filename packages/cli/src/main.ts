#!/usr/bin/env node
/** The command line: `npx auth-object`. */
import 'auth-object/rows';
import { run } from './program.ts';

await run(process.argv);
