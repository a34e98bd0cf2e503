// Goes the way of a company that has a Backstage already: packs the packages as
// they go to the registry, lets Backstage's create-app make an app, adds to it
// what docs/install.md says, word for word, and uses it in a browser.
//
//   npm run consumer            an app of the new frontend system
//   npm run consumer -- --old   one of the old frontend system
//
// The first time installs all of a Backstage app, which takes minutes; its
// node_modules stay in .local-glue/consumer.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { step } from '../../scripts/lib/output.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { Processes } from '../../scripts/lib/processes.mjs';
import { findChromium } from '../chromium';
import { makeApp, packAll, yarn } from './makeApp';
import { startApp } from './startApp';
import { useApp } from './useApp';

/** What the portal and its plugins share by the module: of these each app has one copy. */
const SHARED = [
  '@backstage/core-plugin-api',
  '@backstage/frontend-plugin-api',
  '@backstage/plugin-catalog-react',
  '@backstage/backend-plugin-api',
  '@material-ui/core',
  'react',
  'react-router-dom',
];

/** The app and the packages load the same copy of what they share. */
function checkShared(app: string, packages: string[]) {
  const users = [
    'packages/app',
    'packages/backend',
    ...packages.map(name => join('node_modules', name)),
  ];
  const second = users.flatMap(user =>
    SHARED.map(name => join(user, 'node_modules', name)).filter(path =>
      existsSync(join(app, path)),
    ),
  );
  if (second.length > 0) {
    throw new Error(`There is a second copy in ${second.join(', ')}`);
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      old: { type: 'boolean', default: false },
      /** What was packed the last time is good enough. */
      'no-build': { type: 'boolean', default: false },
    },
  });
  const system = values.old ? 'old' : 'new';
  const processes = new Processes();
  const during = async <T>(title: string, work: () => Promise<T>) => {
    const done = step(title);
    const result = await work();
    done(title);
    return result;
  };
  try {
    if (!values['no-build']) {
      await during('Types and packages', async () => {
        await yarn(root, ['tsc', '--incremental', 'false'], process.env);
        await yarn(root, ['backstage-cli', 'repo', 'build'], process.env);
      });
    }
    const archives = await during('Archives of the packages', packAll);
    const app = await during(
      `An app of the ${system} frontend system, with the packages in it`,
      () => makeApp(system, archives),
    );
    checkShared(app, Object.keys(archives));
    await during('Its types', () => yarn(app, ['tsc']));
    const started = await during('Its start', () => startApp(app, processes));
    const { executablePath, args } = await findChromium();
    const browser = await chromium.launch({ executablePath, args });
    try {
      await useApp(browser, started, during);
    } finally {
      await browser.close();
    }
  } finally {
    await processes.end();
  }
}

main().then(
  // The browser's and Yarn's handles would keep the process.
  () => process.exit(0),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
