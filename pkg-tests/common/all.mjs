// Runs every case file; the argument is the URL of harness/print-all.mjs.
import * as api from 'auth-object';

const { printAll } = await import(process.argv[2]);
printAll(api);
