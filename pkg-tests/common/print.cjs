const { checkRows } = require('auth-object/rows');
const { answers } = require('./answers.cjs');

console.log(JSON.stringify({ ...answers(), rows: checkRows('{"slug":"gmial"}\n').byCode }));
