import { runPrograms } from '../../harness/node-like.mjs';

export default (context) => runPrograms(context, 'node');
