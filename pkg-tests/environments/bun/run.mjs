import { runPrograms } from '../../harness/node-like.mjs';

export default async function run(context) {
  await runPrograms(context, 'bun');
  await context.part('bun build for browsers', async () => {
    await context.tool('bun', ['build', 'common/page.js', '--target=browser', '--minify', '--outfile=dist/bundle.js']);
    await context.copyPage('module.html', 'dist');
    await context.checkFolder('dist');
  });
}
