import { GetWorkflowCommand, GlueClient } from '@aws-sdk/client-glue';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import fs from 'fs-extra';
import { parse } from 'yaml';
import { createGeneratePipelineAction } from './actions/generatePipeline';
import { createGenerateWarehouseAction } from './actions/generateWarehouse';
import { createPublishLocalAction } from './actions/publishLocal';
import { startLocalGlue, type LocalGlue } from './__testUtils__/startLocalGlue';

// The endpoint is a process, the app is really synthesized and deployed.
jest.setTimeout(180_000);

describe('from the form to the local AWS endpoint', () => {
  const directory = createMockDirectory();
  let server: LocalGlue;
  let services: Parameters<typeof createPublishLocalAction>[0];

  beforeAll(async () => {
    server = await startLocalGlue(directory.resolve('data'));
    await server.put({ 'shop/orders.csv': 'id,amount\n1,2\n' });
    services = {
      auth: mockServices.auth(),
      catalog: catalogServiceMock(),
      config: mockServices.rootConfig({
        data: {
          aws: {
            mainAccount: { region: 'us-east-1' },
            accounts: [
              {
                accountId: '000000000000',
                accessKeyId: 'local',
                secretAccessKey: 'local',
              },
            ],
          },
          gluePipelines: {
            aws: { endpoint: server.url },
            local: { repositories: directory.resolve('repositories') },
          },
        },
      }),
    };
  });

  afterAll(() => server?.close());

  async function run(
    action: { handler(context: any): Promise<void> },
    workspacePath: string,
    input: object,
  ) {
    await fs.ensureDir(workspacePath);
    const output = jest.fn();
    await action.handler({
      ...createMockActionContext({ workspacePath }),
      output,
      input,
    });
    return Object.fromEntries(output.mock.calls);
  }

  it('deploys what was generated, once', async () => {
    const pipeline = {
      name: 'daily-orders',
      description: 'Orders, one row each',
      owner: 'group:default/data-engineering',
      sources: [{ name: 'orders', uri: 's3://shop/orders.csv', format: 'csv' }],
      warehouse: { table: 'orders' },
    };
    const generate = createGeneratePipelineAction(services);
    const workspace = directory.resolve('workspace');
    const generated = await run(generate, workspace, { pipeline });
    const published = await run(
      createPublishLocalAction(services),
      workspace,
      generated,
    );
    expect(await fs.readdir(directory.resolve('repositories'))).toEqual([
      'daily-orders',
    ]);
    expect(published.entityRef).toBe('component:default/daily-orders');

    const glue = new GlueClient({
      region: 'us-east-1',
      endpoint: server.url,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const { Workflow } = await glue.send(
      new GetWorkflowCommand({ Name: 'daily-orders', IncludeGraph: true }),
    );
    glue.destroy();
    const types = Workflow!.Graph!.Nodes!.map(({ Type }) => Type).sort();
    expect(types).toEqual([
      ...Array(2).fill('JOB'),
      ...Array(2).fill('TRIGGER'),
    ]);

    await expect(
      run(generate, directory.resolve('second'), { pipeline }),
    ).rejects.toThrow('a Glue workflow "daily-orders" exists already');
  });

  it('lets two pipelines share a warehouse', async () => {
    const publish = createPublishLocalAction(services);
    const deploy = async (
      action: Parameters<typeof run>[0],
      name: string,
      input: object,
    ) => {
      const workspace = directory.resolve(`workspace-of-${name}`);
      const generated = await run(action, workspace, input);
      await run(publish, workspace, generated);
      return await fs.readdir(`${workspace}/cdk.out`);
    };
    const about = { description: 'Shared', owner: 'group:default/sales' };
    const sharing = (name: string) => ({
      pipeline: {
        ...about,
        name,
        sources: [
          { name: 'orders', uri: 's3://shop/orders.csv', format: 'csv' },
        ],
        warehouse: {
          shared: 'analytics',
          schema: name.replace('-', '_'),
          table: 'orders',
        },
      },
    });
    const pipelines = createGeneratePipelineAction(services);
    await expect(
      deploy(pipelines, 'too-early', sharing('too-early')),
    ).rejects.toThrow('glue-pipelines:warehouse:analytics');

    await deploy(createGenerateWarehouseAction(services), 'analytics', {
      warehouse: { ...about, name: 'analytics' },
    });
    for (const name of ['daily-sums', 'hourly-sums']) {
      const files = await deploy(pipelines, name, sharing(name));
      expect(files.filter(file => file.endsWith('.template.json'))).toEqual([
        `${name}-workflow.template.json`,
      ]);
    }
    const { dependsOn } = parse(
      await fs.readFile(
        directory.resolve('repositories/daily-sums/catalog-info.yaml'),
        'utf8',
      ),
    ).spec;
    expect(dependsOn).toEqual(['resource:default/analytics']);
  });
});
