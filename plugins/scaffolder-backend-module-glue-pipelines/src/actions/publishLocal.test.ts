import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import fs from 'fs-extra';
import git from 'isomorphic-git';
import { parse } from 'yaml';
import { pathToFileURL } from 'node:url';
import { startHttp } from '../__testUtils__/startHttp';
import { createPublishLocalAction } from './publishLocal';
import { examples } from './publishLocal.examples';

const ENTITY_REF = 'component:default/daily-orders';

describe('glue-pipelines:publish:local', () => {
  const directory = createMockDirectory();
  let endpoint: Awaited<ReturnType<typeof startHttp>>;
  let deployed: string[];
  let result: object;

  beforeAll(async () => {
    endpoint = await startHttp((request, response) => {
      let body = '';
      request.on('data', chunk => {
        body += chunk;
      });
      request.on('end', () => {
        deployed.push(JSON.parse(body).directory);
        response.end(`${JSON.stringify({ type: 'result', ...result })}\n`);
      });
    });
  });

  afterAll(() => endpoint.close());

  beforeEach(() => {
    deployed = [];
    result = { ok: true };
    directory.setContent({
      'workspace/.gitignore': 'cdk.out/\n',
      'workspace/catalog-info.yaml': 'kind: Component\n',
      'workspace/cdk.out/manifest.json': '{}',
    });
  });

  const entities = (): Entity[] => [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Location',
      metadata: { name: 'generated-1', namespace: 'default' },
      spec: {
        type: 'file',
        target: directory.resolve('repositories/*/catalog-info.yaml'),
      },
    },
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'daily-orders', namespace: 'default' },
    },
  ];

  const configuration = () => ({
    aws: { endpoint: endpoint.url },
    local: { repositories: directory.resolve('repositories') },
  });

  async function publish(
    overrides: object = {},
    gluePipelines: object = configuration(),
  ) {
    const catalog = catalogServiceMock({ entities: entities() });
    catalog.refreshEntity = jest.fn(async () => {});
    const action = createPublishLocalAction({
      config: mockServices.rootConfig({ data: { gluePipelines } }),
      auth: mockServices.auth(),
      catalog,
    });
    const output = jest.fn();
    await action.handler({
      ...createMockActionContext({
        workspacePath: directory.resolve('workspace'),
        user: {
          ref: 'user:default/ada',
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: { name: 'ada' },
            spec: {
              profile: { displayName: 'Ada', email: 'ada@example.com' },
            },
          },
        },
      }),
      output,
      input: {
        name: 'daily-orders',
        entityRef: ENTITY_REF,
        description: 'Orders, one row each',
        cdkOut: 'cdk.out',
      },
      ...overrides,
    } as Parameters<typeof action.handler>[0]);
    return { outputs: Object.fromEntries(output.mock.calls), catalog };
  }

  const input = (changed: object) => ({
    input: {
      name: 'daily-orders',
      entityRef: ENTITY_REF,
      cdkOut: 'cdk.out',
      ...changed,
    },
  });

  it('commits, deploys and has the catalog read the entity', async () => {
    const { outputs, catalog } = await publish();
    const repositoryPath = directory.resolve('repositories/daily-orders');
    expect(outputs).toEqual({
      repositoryPath,
      remoteUrl: pathToFileURL(repositoryPath).href,
      catalogInfoUrl: pathToFileURL(`${repositoryPath}/catalog-info.yaml`).href,
      entityRef: ENTITY_REF,
    });
    expect(deployed).toEqual([directory.resolve('workspace/cdk.out')]);
    expect(catalog.refreshEntity).toHaveBeenCalledWith(
      'location:default/generated-1',
      expect.anything(),
    );
    const repository = { fs, dir: repositoryPath };
    const commits = await git.log(repository);
    expect(commits).toHaveLength(1);
    expect(commits[0].commit).toMatchObject({
      message: 'Generate the pipeline daily-orders\n\nOrders, one row each\n',
      author: { name: 'Ada', email: 'ada@example.com' },
    });
    expect(await git.listFiles(repository)).toEqual([
      '.gitignore',
      'catalog-info.yaml',
    ]);
  });

  it('leaves no repository behind when the deployment fails', async () => {
    result = { ok: false, message: 'The workflow exists' };
    await expect(publish()).rejects.toThrow('failed: The workflow exists');
    expect(await fs.readdir(directory.resolve('repositories'))).toEqual([]);
  });

  it('does not replace a repository, nor deploy', async () => {
    directory.addContent({ 'repositories/daily-orders/mine': 'mine' });
    await expect(publish()).rejects.toThrow(
      'a repository "daily-orders" exists already',
    );
    expect(deployed).toEqual([]);
  });

  it('does not publish twice when the task is retried', async () => {
    await publish();
    const checkpoint = jest.fn(async () => undefined);
    const { outputs } = await publish({ checkpoint });
    expect(checkpoint).toHaveBeenCalledWith(
      expect.objectContaining({
        key: expect.stringContaining('daily-orders'),
      }),
    );
    expect(outputs.entityRef).toBe(ENTITY_REF);
    expect(deployed).toHaveLength(1);
  });

  it('only says what it would do in a dry run', async () => {
    const { outputs } = await publish({ isDryRun: true });
    expect(outputs.repositoryPath).toBe(
      directory.resolve('repositories/daily-orders'),
    );
    expect(deployed).toEqual([]);
    expect(await fs.pathExists(directory.resolve('repositories'))).toBe(false);
  });

  it.each<[string, object, string]>([
    ['a name that climbs', { name: '../x' }, 'name: "../x" cannot name'],
    ['an absolute name', { name: '/etc' }, 'name: "/etc" cannot name'],
    [
      'an app outside the workspace',
      { cdkOut: '../cdk.out' },
      'cdkOut: "../cdk.out" leaves the workspace',
    ],
    [
      'an app that is not there',
      { cdkOut: 'lib' },
      'holds no synthesized CDK app',
    ],
  ])('rejects %s', async (_, changed, message) => {
    await expect(publish(input(changed))).rejects.toThrow(message);
    expect(await fs.pathExists(directory.resolve('repositories'))).toBe(false);
  });

  it.each([
    [
      'repositories',
      () => ({ aws: { endpoint: endpoint.url } }),
      'set gluePipelines.local.repositories',
    ],
    [
      'endpoint',
      () => ({ local: { repositories: '/tmp/x' } }),
      'set gluePipelines.aws.endpoint',
    ],
  ])('needs the %s to be configured', async (_, config, message) => {
    await expect(publish({}, config())).rejects.toThrow(message);
  });

  it('takes its example’s input', () => {
    expect(Object.keys(parse(examples[0].example).steps[0].input)).toEqual([
      'name',
      'description',
      'entityRef',
      'cdkOut',
    ]);
  });
});
