#!/usr/bin/env node
/** The command line: `npx @auth-object/cli`. */
import 'auth-object/rows';
import { run } from './program.ts';

await run(process.argv);
