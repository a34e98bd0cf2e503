import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { seedExamples } from '../../templates/glue-redshift-pipeline/examples/data.mjs';
import { pythonEnvironment } from '../../benchmarks/lib/server';
import { root, yarnPath } from '../../scripts/lib/paths.mjs';
import { answers } from '../../scripts/lib/ports.mjs';
import { freePort } from '../../scripts/lib/postgres.mjs';
import { Processes } from '../../scripts/lib/processes.mjs';

/** An entity that nothing but its annotation connects with a workflow. */
const ANNOTATED = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: {
      'aws.amazon.com/glue-workflow-arn':
        'arn:aws:glue:us-east-1:000000000000:workflow/orders',
    },
  },
  spec: {
    type: 'pipeline',
    lifecycle: 'production',
    owner: 'group:default/data-engineering',
  },
};

/** What the company writes into its own configuration. */
function configuration(
  data: string,
  ports: { portal: number; api: number; endpoint: number },
) {
  const portal = `http://localhost:${ports.portal}`;
  const repositories = join(data, 'repositories');
  return {
    app: { baseUrl: portal, listen: { port: ports.portal } },
    backend: {
      baseUrl: `http://localhost:${ports.api}`,
      listen: { host: '127.0.0.1', port: ports.api },
      cors: { origin: portal },
    },
    auth: {
      providers: { guest: { userEntityRef: 'user:default/guest' } },
    },
    // A new app searches in Postgres, or in memory without it.
    integrations: { github: [] },
    aws: {
      mainAccount: {
        accessKeyId: 'local',
        secretAccessKey: 'local',
        region: 'us-east-1',
      },
      accounts: [
        {
          accountId: '000000000000',
          accessKeyId: 'local',
          secretAccessKey: 'local',
        },
      ],
    },
    gluePipelines: {
      aws: { endpoint: `http://127.0.0.1:${ports.endpoint}` },
      collector: { idle: { seconds: 5 }, active: { seconds: 1 } },
      local: { repositories },
      templates: { owner: 'group:default/data-engineering' },
    },
    catalog: {
      processingInterval: { seconds: 5 },
      rules: [{ allow: ['Component', 'System', 'API', 'Resource', 'Domain'] }],
      locations: [
        {
          type: 'file',
          target: join(root, 'catalog/organization.yaml'),
          rules: [{ allow: ['User', 'Group', 'Domain'] }],
        },
        { type: 'file', target: join(data, 'orders.yaml') },
        { type: 'file', target: join(repositories, '*/catalog-info.yaml') },
      ],
    },
  };
}

export interface StartedApp {
  url: string;
  /** Where a picture of a page belongs that is not as it should be. */
  failure: string;
}

/** Starts the app as its developers do, beside the local AWS endpoint that came with the packages. */
export async function startApp(
  app: string,
  processes: Processes,
): Promise<StartedApp> {
  const data = join(app, 'data');
  rmSync(data, { recursive: true, force: true });
  mkdirSync(join(data, 'repositories'), { recursive: true });
  mkdirSync(join(data, 'logs'));
  await seedExamples(join(data, 's3'));
  writeFileSync(join(data, 'orders.yaml'), stringify(ANNOTATED));
  const [portal, api, endpoint] = [
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  writeFileSync(
    join(app, 'app-config.local.yaml'),
    stringify(configuration(data, { portal, api, endpoint })),
  );
  const launch = (name: string, args: string[], env: NodeJS.ProcessEnv) =>
    processes.start(name, process.execPath, args, {
      cwd: app,
      logFile: join(data, 'logs', `${name}.log`),
      env: { ...env, NODE_OPTIONS: '--max-old-space-size=6000' },
    });
  const url = `http://localhost:${portal}`;
  const endpointUrl = `http://127.0.0.1:${endpoint}`;
  const started = [
    {
      url: `${endpointUrl}/_local-glue/health`,
      process: launch(
        'local-glue',
        [
          join(
            app,
            'node_modules/@glue-pipelines/local-glue/bin/local-glue.js',
          ),
          ...['serve', '--port', String(endpoint), '--data', data],
        ],
        { LOCAL_GLUE_PYTHON_ENV: pythonEnvironment },
      ),
    },
    {
      url: `http://localhost:${api}/.backstage/health/v1/readiness`,
      process: launch('backend', [yarnPath, 'workspace', 'backend', 'start'], {
        NODE_ENV: 'development',
        GITHUB_TOKEN: 'none',
      }),
    },
    {
      url,
      process: launch('app', [yarnPath, 'workspace', 'app', 'start'], {
        NODE_ENV: 'development',
        GITHUB_TOKEN: 'none',
        BROWSER: 'none',
      }),
    },
  ];
  await Promise.all(
    started.map(async each => {
      try {
        await answers(each.url, each.process.exited);
      } catch (error) {
        throw new Error(
          `${each.process.name}: ${(error as Error).message}\n${each.process.tail.join('\n')}`,
        );
      }
    }),
  );
  return { url, failure: join(data, 'failure.png') };
}
