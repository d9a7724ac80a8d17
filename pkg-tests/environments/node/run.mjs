import { runPrograms } from '../../harness/node-like.mjs';

export default async function run(context) {
  for (const version of ['node-20', 'node-22', 'node-24']) {
    await context.part(version, (part) => runPrograms({ ...context, part }, version));
  }
}
