import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import request from 'supertest';
import { startFormPortal } from '../__testUtils__/startFormPortal';
import {
  startLocalGlue,
  type LocalGlue,
} from '../__testUtils__/startLocalGlue';

// The endpoint and the synthesis are processes of their own.
jest.setTimeout(240_000);

const FORM = {
  name: 'daily-orders',
  description: 'Orders of the shop',
  owner: 'group:default/data-engineering',
  sources: [{ name: 'orders', uri: 's3://shop/orders.csv', format: 'csv' }],
  transform: [{ kind: 'filter', condition: "country = 'DE'" }],
  warehouse: { table: 'orders' },
  start: { cron: 'cron(0 6 * * ? *)' },
  compute: { engine: 'auto' },
  publishTo: 'local',
};

describe('the plan of a form', () => {
  const directory = createMockDirectory();
  let local: LocalGlue;
  let portal: Awaited<ReturnType<typeof startFormPortal>>;

  const plan = (form: object) =>
    request(portal.server)
      .post('/api/scaffolder/glue-pipelines/v1/form/plan')
      .set('authorization', mockCredentials.user.header())
      .send({ form });

  const workspaces = () =>
    readdirSync(tmpdir()).filter(name =>
      name.startsWith('glue-pipelines-plan-'),
    );

  beforeAll(async () => {
    local = await startLocalGlue(directory.resolve('data'));
    await local.put({ 'shop/orders.csv': 'Order ID,Country\n1,DE\n' });
    portal = await startFormPortal({ endpoint: local.url });
  });

  afterAll(async () => {
    await portal?.stop();
    await local?.close();
  });

  it('shows the workflow, the files, the roles, the cost and the engine of what Create would make', async () => {
    const before = workspaces();
    const { body } = await plan(FORM).expect(200);
    expect(body.problems).toBeUndefined();
    expect(body.name).toBe('daily-orders');
    const names = body.graph.nodes.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['daily-orders-start', 'daily-orders-load']),
    );
    expect(body.engine).toMatch(/^DuckDB: all of it means the same/);
    expect(body.steps).toHaveLength(1);
    expect(body.files).toEqual(
      expect.arrayContaining(['pipeline.yaml', 'bin/app.ts', 'README.md']),
    );
    expect(body.files.join()).not.toMatch(/cdk\.out|node_modules/);
    const load = body.roles.find(
      ({ name }: { name: string }) => name === 'Job load',
    );
    expect(load.assumedBy).toEqual(['glue.amazonaws.com']);
    expect(load.grants).toContainEqual(
      expect.objectContaining({
        actions: expect.arrayContaining(['redshift-data:ExecuteStatement']),
        resources: ['daily-orders'],
      }),
    );
    expect(body.cost.runsReason).toContain('cron(0 6 * * ? *)');
    expect(body.cost.perMonth).toBeGreaterThan(body.cost.perRun);
    expect(workspaces()).toEqual(before);
  });

  it('says where a form is wrong rather than generating it', async () => {
    const { body } = await plan({
      ...FORM,
      transform: [{ kind: 'filter', condition: 'state = 1' }],
    }).expect(200);
    expect(body).toEqual({
      problems: [
        {
          field: 'transform[0].condition',
          message: expect.stringMatching(/no column "state"/),
        },
      ],
    });
  });
});
