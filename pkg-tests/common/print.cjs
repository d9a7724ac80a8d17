const { checkNdjson } = require('auth-object/rows');
const { answers } = require('./answers.cjs');

console.log(JSON.stringify({ ...answers(), rows: checkNdjson('{"slug":"gmial"}\n').byCode }));
