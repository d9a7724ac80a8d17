import { runPrograms } from '../../harness/node-like.mjs';

// Nothing but reading is allowed, and nothing is fetched.
export default (context) => runPrograms(context, 'deno', ['run', '--cached-only', '--no-prompt', '--allow-read']);
