import { CreateWorkflowCommand, GlueClient } from '@aws-sdk/client-glue';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import fs from 'fs-extra';
import { startHttp } from '../__testUtils__/startHttp';
import {
  startLocalGlue,
  type LocalGlue,
} from '../__testUtils__/startLocalGlue';
import { examplePipeline } from '../__testUtils__/examplePipeline';
import { createGeneratePipelineAction } from './generatePipeline';

// The endpoint is a process and the app is really synthesized.
jest.setTimeout(120_000);

describe('glue-pipelines:generate', () => {
  const directory = createMockDirectory();
  let server: LocalGlue;
  let workspacePath: string;

  beforeAll(async () => {
    server = await startLocalGlue(directory.resolve('data'));
    await server.put({
      'shop/orders.csv': 'Order ID,Country,Amount\n1,DE,2\n',
      'shop/customers/part-0.json': '{"id":1,"name":"Ada"}\n',
      'shop/empty.csv': '',
    });
    const glue = new GlueClient({
      region: 'us-east-1',
      endpoint: server.url,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    await glue.send(new CreateWorkflowCommand({ Name: 'taken-workflow' }));
    glue.destroy();
  });

  afterAll(() => server?.close());

  beforeEach(async () => {
    workspacePath = directory.resolve('workspace');
    await fs.emptyDir(workspacePath);
  });

  const form = {
    name: 'daily-orders',
    description: `Orders & "customers", with their country's name`,
    owner: 'group:default/data-engineering',
    sources: [
      { name: 'orders', uri: 's3://shop/orders.csv', format: 'csv' },
      { name: 'customers', uri: 's3://shop/customers/', format: 'json' },
    ],
    transform: [
      {
        kind: 'join',
        source: 'customers',
        keys: [{ left: 'order id', right: 'id' }],
      },
      {
        kind: 'aggregate',
        groupBy: [{ column: 'country' }],
        measures: [{ function: 'sum', column: 'amount', as: 'revenue' }],
      },
    ],
    warehouse: { table: 'revenue' },
  };

  async function generate(
    {
      accountId,
      ...changed
    }: { accountId?: string; [field: string]: any } = {},
    {
      endpoint = server.url,
      ...context
    }: { endpoint?: string; isDryRun?: boolean; checkpoint?: jest.Mock } = {},
  ) {
    const action = createGeneratePipelineAction({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'taken-component', namespace: 'default' },
          },
        ],
      }),
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
          gluePipelines: { aws: { endpoint } },
        },
      }),
    });
    const output = jest.fn();
    await action.handler({
      ...createMockActionContext({ workspacePath }),
      output,
      input: { accountId, pipeline: { ...form, ...changed } },
      ...context,
    } as Parameters<typeof action.handler>[0]);
    return Object.fromEntries(output.mock.calls);
  }

  it('generates a repository and says what it is', async () => {
    expect(await generate()).toEqual({
      name: 'daily-orders',
      entityRef: 'component:default/daily-orders',
      description: form.description,
      workflowArn: 'arn:aws:glue:us-east-1:000000000000:workflow/daily-orders',
      warehouseArn:
        'arn:aws:redshift-serverless:us-east-1:000000000000:workgroup/daily-orders',
      cdkOut: 'cdk.out',
    });
    expect(await fs.readdir(workspacePath)).toEqual(
      expect.arrayContaining(['pipeline.yaml', 'catalog-info.yaml', 'cdk.out']),
    );
  });

  it('writes the files in a dry run, and asks nobody', async () => {
    const outputs = await generate(
      {
        sources: [{ ...form.sources[0], uri: 's3://nowhere/x.csv' }],
        transform: [],
      },
      { isDryRun: true, endpoint: 'http://127.0.0.1:1' },
    );
    expect(outputs.name).toBe('daily-orders');
    const files = await fs.readdir(workspacePath);
    expect(files).toContain('pipeline.yaml');
    expect(files).not.toContain('cdk.out');
  });

  it('asks about its own name only once when the task is retried', async () => {
    const checkpoint = jest.fn(async () => ({
      ...examplePipeline('covid-hiring'),
      name: 'taken-workflow',
    }));
    await generate({ name: 'taken-workflow' }, { checkpoint });
    expect(checkpoint).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Parameters<typeof generate>[0], string]>([
    [
      'a name that is not valid',
      { name: 'Daily Orders' },
      'name: "Daily Orders" is not valid',
    ],
    [
      'a name with an expression',
      { name: '${{ x }}' },
      'name: "${{ x }}" is not valid',
    ],
    [
      'a name with a command',
      { name: 'a;rm -rf' },
      'name: "a;rm -rf" is not valid',
    ],
    [
      'a description of two lines',
      { description: 'a\nb' },
      'description: contains a line break',
    ],
    [
      'a workflow that exists',
      { name: 'taken-workflow' },
      'name: a Glue workflow "taken-workflow" exists already in account 000000000000, us-east-1',
    ],
    [
      'an entity that exists',
      { name: 'taken-component' },
      'name: the catalog has component:default/taken-component already',
    ],
    [
      'a source that climbs',
      {
        sources: [
          { ...form.sources[0], uri: 's3://shop/../x' },
          form.sources[1],
        ],
      },
      'sources[0].uri: contains a "." or ".." segment',
    ],
    [
      'a source that is not there',
      {
        sources: [
          { ...form.sources[0], uri: 's3://shop/no.csv' },
          form.sources[1],
        ],
      },
      'sources[0].uri: there is no object s3://shop/no.csv',
    ],
    [
      'a source that is empty',
      {
        sources: [
          { ...form.sources[0], uri: 's3://shop/empty.csv' },
          form.sources[1],
        ],
      },
      'sources[0].uri: s3://shop/empty.csv is empty',
    ],
    [
      'a key that no source has',
      {
        transform: [
          {
            kind: 'join',
            source: 'customers',
            keys: [{ left: 'order id', right: 'customer' }],
          },
        ],
      },
      'transform[0].keys[0].right: the rows of customers have no column "customer": use one of id, name',
    ],
    [
      'a measure of no column',
      {
        transform: [
          form.transform[0],
          {
            kind: 'aggregate',
            groupBy: [{ column: 'country' }],
            measures: [{ function: 'sum', column: 'price', as: 'revenue' }],
          },
        ],
      },
      'transform[1].measures[0].column: the rows so far have no column "price"',
    ],
    [
      'a table that is reserved',
      { warehouse: { table: 'order' } },
      'warehouse.table: "order" is a reserved word',
    ],
    [
      'an account that is malformed',
      { accountId: '12' },
      'accountId: "12" is not an AWS account',
    ],
  ])('rejects %s and leaves nothing behind', async (_, changed, message) => {
    await expect(generate(changed)).rejects.toThrow(message);
    expect(await fs.readdir(workspacePath)).toEqual([]);
  });

  it('names all problems at once', async () => {
    await expect(
      generate({
        sources: [
          { ...form.sources[0], uri: 's3://shop/empty.csv' },
          { ...form.sources[1], format: 'csv' },
        ],
      }),
    ).rejects.toThrow(
      /^sources\[0\]\.uri: .*\nsources\[1\]\.format: is csv, but the content is JSON/,
    );
  });

  it('says what to do when Glue does not answer or denies', async () => {
    const denying = await startHttp((_, response) => {
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(
        JSON.stringify({ __type: 'AccessDeniedException', Message: 'no' }),
      );
    });
    await expect(generate({}, { endpoint: denying.url })).rejects.toThrow(
      'allow glue:GetWorkflow to its role',
    );
    await denying.close();
    await expect(generate({}, { endpoint: denying.url })).rejects.toThrow(
      'check gluePipelines.aws.endpoint and that it is running',
    );
  });
});
