import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bold, dim, note, problem, secondsSince, step } from './output.mjs';
import { dataDir, root, yarnPath } from './paths.mjs';
import { inCatalog } from './catalog.mjs';
import { answers, listens } from './ports.mjs';
import { Processes } from './processes.mjs';

const PORTS = {
  3000: 'the portal',
  7007: "the portal's API",
  4566: 'the local AWS endpoint',
};
const DEMO = ['flight-delays', 'covid-hiring'];
const ENDPOINT = 'http://127.0.0.1:4566';

/** What a deployment says of each asset and resource: of interest in the log file only. */
const DEPLOYMENT_DETAIL = /^(published|present|created|Left out)/;

const USAGE = `npm start -- [options]

  --demo fleet  a portal to look at: 200 pipelines more, with three weeks of synthetic history
  --no-demo     do not deploy the demo pipelines
  --verbose     print every line that the processes print (they are in the logs folder anyway)
`;

/** Starts the local AWS endpoint with the demo pipelines, and the portal; runs until Ctrl-C. */
export async function start(options) {
  const values = parsed(options);
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const { verbose } = values;
  await refuseTakenPorts();

  const from = Date.now();
  const logs = join(dataDir, 'logs');
  mkdirSync(logs, { recursive: true });
  mkdirSync(join(dataDir, 'portal'), { recursive: true });
  const processes = new Processes();
  const launch = (name, args, more = {}) => {
    const logFile = join(logs, `${name}.log`);
    rmSync(logFile, { force: true });
    return processes.start(name, process.execPath, args, {
      cwd: root,
      logFile,
      ...more,
      env: { GLUE_PIPELINES_DATA: dataDir, ...more.env },
      onLine: line => {
        more.onLine?.(line);
        if (verbose) console.log(`${dim(`${name} |`)} ${line}`);
      },
    });
  };
  const failWith = async (what, proc, error) => {
    if (processes.ending) return;
    problem(`${what}: ${error.message}\n${proc.tail.join('\n')}\n`);
    console.error(`The whole output: ${join(logs, `${proc.name}.log`)}`);
    await processes.end();
    process.exit(1);
  };

  if (values.demo === 'fleet') await putFleet(launch, failWith);
  const endpoint = launch('local-glue', [
    join(root, 'packages/local-glue/bin/local-glue.js'),
    'serve',
    '--data',
    dataDir,
  ]);
  const backend = launch(
    'backend',
    [yarnPath, 'workspace', 'backend', 'start'],
    {
      env: { NODE_ENV: 'development' },
    },
  );
  const app = launch('app', [yarnPath, 'workspace', 'app', 'start'], {
    env: { BROWSER: 'none' },
  });

  const started = async (title, url, proc) => {
    const done = step(title);
    try {
      await answers(url, proc.exited);
      done(`${title}: ready`);
    } catch (error) {
      done('');
      await failWith(title, proc, error);
    }
  };

  const endpointReady = started(
    `Local AWS endpoint ${ENDPOINT}`,
    `${ENDPOINT}/_local-glue/health`,
    endpoint,
  );
  const portalReady = Promise.all([
    started(
      "Portal's API http://localhost:7007",
      'http://localhost:7007/.backstage/health/v1/readiness',
      backend,
    ),
    started('Portal http://localhost:3000', 'http://localhost:3000', app),
  ]);

  await endpointReady;
  followPythonEnvironment(processes);
  const demo = values['no-demo']
    ? Promise.resolve()
    : deployDemo(launch, failWith);
  await Promise.all([portalReady, demo]);
  if (!values['no-demo']) {
    const done = step('Demo pipelines in the catalog');
    done(
      (await inCatalog(DEMO, processes))
        ? 'Demo pipelines in the catalog'
        : 'The catalog has not read the demo pipelines yet; they appear when it has',
    );
  }

  console.log(
    `\n${bold('Ready')} after ${secondsSince(from)}: open ${bold('http://localhost:3000')}` +
      `\n  AWS endpoint  ${ENDPOINT}   (for example: aws --endpoint-url ${ENDPOINT} glue list-workflows)` +
      `\n  Query         npm run -s local-glue query -- --workgroup covid-hiring "select count(*) from covid_hiring_table"` +
      `\n  Logs          ${logs}` +
      `\n  Ctrl-C ends everything.\n`,
  );

  for (const proc of [endpoint, backend, app]) {
    proc.exited.then(code =>
      failWith(
        `${proc.name} ended by itself`,
        proc,
        new Error(`exit code ${code}`),
      ),
    );
  }
  await new Promise(() => {});
}

/** The options, or the end of the process where there is no such option. */
function parsed(options) {
  try {
    const { values } = parseArgs({
      args: options,
      options: {
        demo: { type: 'string' },
        'no-demo': { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (![undefined, 'fleet'].includes(values.demo)) {
      throw new Error(`There is no demo "${values.demo}", only "fleet"`);
    }
    return values;
  } catch (error) {
    problem(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}

/** Puts the demo's fleet into what the endpoint keeps, before it starts. */
async function putFleet(launch, failWith) {
  const done = step('Fleet of the demo');
  const fleet = launch('fleet', [
    '--import',
    'tsx',
    join(root, 'scripts/demo/putFleet.ts'),
  ]);
  const code = await fleet.exited;
  if (code !== 0) {
    done('');
    await failWith('Fleet', fleet, new Error(`exit code ${code}`));
  }
  done(`Fleet of the demo: ${fleet.tail.at(-1)}`);
}

async function refuseTakenPorts() {
  for (const [port, what] of Object.entries(PORTS)) {
    if (await listens(Number(port))) {
      problem(
        `Port ${port} is in use, and ${what} needs it. ` +
          `Stop what listens there (another "npm start"?) and start again.`,
      );
      process.exit(1);
    }
  }
}

/** Generates and deploys the demo pipelines, once: later starts find them in place. */
async function deployDemo(launch, failWith) {
  const done = step('Demo pipelines');
  const demo = launch(
    'demo',
    ['--import', 'tsx', join(root, 'scripts/demo.ts')],
    {
      onLine: line => {
        if (!DEPLOYMENT_DETAIL.test(line)) console.log(dim(`  ${line}`));
      },
    },
  );
  const code = await demo.exited;
  if (code === 0) {
    done(`Demo pipelines deployed: ${DEMO.join(', ')}`);
  } else {
    done('');
    await failWith('Demo pipelines', demo, new Error(`exit code ${code}`));
  }
}

/** Says what the Python environment is doing until it is ready. Runs wait for it, the portal does not. */
async function followPythonEnvironment(processes) {
  let last;
  const from = Date.now();
  while (!processes.ending) {
    const health = await fetch(`${ENDPOINT}/_local-glue/health`)
      .then(response => response.json())
      .catch(() => undefined);
    const state = health?.python?.state;
    const text =
      state === 'ready'
        ? `Python environment: ready ${dim(`${secondsSince(from)}`)}`
        : health && `Python environment: ${health.python.reason}`;
    if (text && text !== last && (state !== 'ready' || last)) note(text);
    last = text ?? last;
    if (state === 'ready' || state === 'unavailable') return;
    // Often enough to see it go on, seldom enough to read.
    await new Promise(resolve => setTimeout(resolve, 5_000));
  }
}
