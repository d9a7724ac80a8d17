import { runPrograms } from '../../harness/node-like.mjs';

// Nothing but reading and this machine's own network is allowed, and nothing is fetched.
const ALLOWED = ['--allow-read', '--allow-net=127.0.0.1'];

// The command line asks for NO_COLOR and the like.
const FOR_CLI = ['--allow-env'];

export default (context) => runPrograms(context, 'deno', ['run', '--cached-only', '--no-prompt', ...ALLOWED], FOR_CLI);
