// Requires all other entries.
const { createEndpoint, memoryStore } = require('@auth-object/endpoint');
const { startEndpoint } = require('@auth-object/endpoint/node');
const { checkRowsFile } = require('auth-object/node');
const { RowChecker } = require('auth-object/rows');
const { init: initRows } = require('auth-object/rows/slim');
const { init } = require('auth-object/slim');

const functions = [createEndpoint, memoryStore, checkRowsFile, startEndpoint, RowChecker, initRows, init];
console.log(functions.every((one) => typeof one === 'function'));
