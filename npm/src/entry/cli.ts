#!/usr/bin/env node
/** The command line: `npx auth-object`. */
import './rows.js';
import { run } from '../cli/program.js';

await run(process.argv);
