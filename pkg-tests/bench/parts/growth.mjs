// Builds with more apps: how time and size grow. If a build or a run fails, its number of apps is left out.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../harness/paths.mjs';
import { brotliOf } from '../brotli.mjs';
import { libraryWith } from '../growth/build.mjs';
import { median } from '../measure.mjs';

export const title = 'Growth';

const COPIES = [1000, 5000];
const RECORDS = [200, 2048, 65_536];
const ROUNDS = 3;

/** @param {import('../context.mjs').Context} context */
export async function measure({ path, inProcess }) {
  const builds = [{ apps: realApps(), dist: join(path, 'node_modules/auth-object/dist'), runs: [] }];
  const failed = [];
  const orFailed = async (apps, work) => {
    try {
      return await work();
    } catch (error) {
      failed.push(apps);
      console.error(`  ${apps.toLocaleString('en')} apps are left out: ${error.message}`);
    }
  };
  for (const apps of COPIES) {
    await orFailed(apps, async () => builds.push({ apps, dist: await libraryWith(apps), runs: [] }));
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { apps, dist, runs } of builds) {
      if (failed.includes(apps)) continue;
      await orFailed(apps, async () => runs.push(await inProcess('growth/measure.mjs', dist, RECORDS.join())));
    }
    console.log(`  growth: round ${round + 1} of ${ROUNDS}`);
  }
  const whole = builds.filter(({ apps }) => !failed.includes(apps));
  return { rounds: ROUNDS, failed, builds: await Promise.all(whole.map(figures)) };
}

function realApps() {
  return readdirSync(join(ROOT, 'schemas')).filter((name) => /(?<!\.schema)\.json$/.test(name)).length;
}

async function figures({ apps, dist, runs }) {
  return {
    apps,
    brotli: await brotliOf(dist),
    first: median(runs.map(({ first }) => first)),
    records: RECORDS.map((size, index) => ({
      size,
      bytes: runs[0].records[index].bytes,
      ns: median(runs.map(({ records }) => records[index].ns)),
    })),
  };
}
