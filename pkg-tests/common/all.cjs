// Runs every case file; the argument is the URL of harness/print-all.mjs.
const api = require('auth-object');

import(process.argv[2]).then(({ printAll }) => printAll(api));
