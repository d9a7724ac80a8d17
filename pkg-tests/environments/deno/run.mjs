import { runPrograms } from '../../harness/node-like.mjs';

// Allows reading and the local network only; fetches nothing.
const ALLOWED = ['--allow-read', '--allow-net=127.0.0.1'];

// The command line reads NO_COLOR and similar variables.
const FOR_CLI = ['--allow-env'];

export default (context) => runPrograms(context, 'deno', ['run', '--cached-only', '--no-prompt', ...ALLOWED], FOR_CLI);
