import { CreateWorkflowCommand, GlueClient } from '@aws-sdk/client-glue';
import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import { TEMPLATE_DIR } from '../__testUtils__/examplePipeline';
import {
  startFormPortal,
  type FormPortalOptions,
} from '../__testUtils__/startFormPortal';
import { startHttp } from '../__testUtils__/startHttp';
import {
  startLocalGlue,
  type LocalGlue,
} from '../__testUtils__/startLocalGlue';

// The endpoint is a process of its own.
jest.setTimeout(120_000);

const pages: { title: string; properties: object }[] = parse(
  readFileSync(join(TEMPLATE_DIR, 'template.yaml'), 'utf8'),
).spec.parameters;

const BASICS = {
  name: 'daily-orders',
  description: 'Orders of the shop',
  owner: 'group:default/data-engineering',
  tags: [],
};
const orders = { name: 'orders', uri: 's3://shop/orders.csv', format: 'csv' };
const customers = {
  name: 'customers',
  uri: 's3://shop/customers/',
  format: 'json',
};
const SOURCES = { ...BASICS, sources: [orders] };
const TWO_SOURCES = { ...BASICS, sources: [orders, customers] };
const join2 = (changed: object) => ({
  kind: 'join',
  source: 'customers',
  keys: [{ left: 'order id', right: 'id' }],
  ...changed,
});
const steps = (...transform: object[]) => ({
  ...SOURCES,
  transform,
});
const source = (changed: object) => ({
  ...BASICS,
  sources: [{ ...orders, ...changed }],
});
const TABLE = {
  ...SOURCES,
  transform: [],
  quality: [],
  warehouse: { table: 'orders' },
};

/** Each wrong input, with the page on which it is filled in, and where and how it is told. */
const WRONG: [string, object, string, string, RegExp][] = [
  [
    'nothing at all',
    { name: '', description: '', owner: '' },
    'Pipeline',
    'name',
    /is missing/,
  ],
  [
    'the name of an entity',
    { ...BASICS, name: 'taken-component' },
    'Pipeline',
    'name',
    /already: choose another/,
  ],
  [
    'the name of a workflow',
    { ...BASICS, name: 'taken-workflow' },
    'Pipeline',
    'name',
    /already in account/,
  ],
  [
    'a name with capitals',
    { ...BASICS, name: 'Orders' },
    'Pipeline',
    'name',
    /lower-case/,
  ],
  [
    'a tag with blanks',
    { ...BASICS, tags: ['two words'] },
    'Pipeline',
    'tags[0]',
    /hyphens/,
  ],
  [
    'a bucket that is not there',
    source({ uri: 's3://nowhere/orders.csv' }),
    'Sources',
    'sources[0].uri',
    /no bucket "nowhere"/,
  ],
  [
    'an object that is not there',
    source({ uri: 's3://shop/missing.csv' }),
    'Sources',
    'sources[0].uri',
    /no object/,
  ],
  [
    'a folder without its slash',
    source({ uri: 's3://shop/customers' }),
    'Sources',
    'sources[0].uri',
    /end the URI with "\/"/,
  ],
  [
    'an empty folder',
    source({ uri: 's3://shop/nothing/' }),
    'Sources',
    'sources[0].uri',
    /no object below/,
  ],
  [
    'another format',
    source({ format: 'parquet' }),
    'Sources',
    'sources[0].format',
    /content is text/,
  ],
  [
    'another delimiter',
    source({ uri: 's3://shop/semicolon.csv' }),
    'Sources',
    'sources[0].csv.delimiter',
    /choose the semicolon/,
  ],
  [
    'a path that climbs',
    source({ uri: 's3://shop/../x.csv' }),
    'Sources',
    'sources[0].uri',
    /would leave the folder/,
  ],
  [
    'two sources of one name',
    { ...BASICS, sources: [orders, { ...customers, name: 'orders' }] },
    'Sources',
    'sources[1].name',
    /used by two sources/,
  ],
  [
    'two sources without a join',
    { ...TWO_SOURCES, transform: [] },
    'Transform',
    'transform',
    /add a join or a union/,
  ],
  [
    'a misspelt source',
    { ...TWO_SOURCES, transform: [join2({ source: 'costumers' })] },
    'Transform',
    'transform[0].source',
    /use one of customers/,
  ],
  [
    'a misspelt key',
    {
      ...TWO_SOURCES,
      transform: [join2({ keys: [{ left: 'orderid', right: 'id' }] })],
    },
    'Transform',
    'transform[0].keys[0].left',
    /use "order id"/,
  ],
  [
    'a column with a capital',
    steps({ kind: 'select', columns: ['Country'] }),
    'Transform',
    'transform[0].columns[0]',
    /use "country"/,
  ],
  [
    'a filter by a column that is not there',
    steps({ kind: 'filter', condition: 'state = 1' }),
    'Transform',
    'transform[0].condition',
    /no column "state"/,
  ],
  [
    'a filter that is no expression',
    steps({ kind: 'filter', condition: "country == == 'DE'" }),
    'Transform',
    'transform[0].condition',
    /==/,
  ],
  [
    'a step without its kind',
    steps({}),
    'Transform',
    'transform[0].kind',
    /is missing/,
  ],
  [
    'a rule for a column that is not there',
    {
      ...SOURCES,
      transform: [],
      quality: [{ kind: 'completeness', column: 'state' }],
    },
    'Quality',
    'quality[0].column',
    /no column "state"/,
  ],
  [
    'a table without a name',
    { ...TABLE, warehouse: {} },
    'Target table',
    'warehouse.table',
    /is missing/,
  ],
  [
    'a table with a reserved name',
    { ...TABLE, warehouse: { table: 'select' } },
    'Target table',
    'warehouse.table',
    /reserved word/,
  ],
  [
    'a partition by a column that is not there',
    { ...TABLE, output: { partitionBy: ['state'] } },
    'Target table',
    'output.partitionBy[0]',
    /no column "state"/,
  ],
  [
    'a cron that Glue does not take',
    { ...TABLE, start: { cron: 'cron(0 6 * * * *)' } },
    'Start and compute',
    'start.cron',
    /\?/,
  ],
  [
    'two ways to start',
    { ...TABLE, start: { cron: 'cron(0 6 * * ? *)', after: 'other' } },
    'Start and compute',
    'start.after',
    /second way/,
  ],
];

describe('the routes of the form', () => {
  const directory = createMockDirectory();
  let local: LocalGlue;
  const stop: (() => Promise<void>)[] = [];

  async function startPortal(options: Partial<FormPortalOptions> = {}) {
    const backend = await startFormPortal({ endpoint: local.url, ...options });
    stop.push(() => backend.stop());
    return backend.server;
  }

  let portal: Awaited<ReturnType<typeof startPortal>>;

  const ask = (server: typeof portal, form: unknown) =>
    request(server)
      .post('/api/scaffolder/glue-pipelines/v1/form/check')
      .set('authorization', mockCredentials.user.header())
      .send({ form });

  const problemsOf = async (form: object) =>
    (await ask(portal, form).expect(200)).body.problems as {
      field: string;
      message: string;
    }[];

  beforeAll(async () => {
    local = await startLocalGlue(directory.resolve('data'));
    await local.put({
      'shop/orders.csv': 'Order ID,Country,Amount\n1,DE,2\n',
      'shop/semicolon.csv': 'a;b\n1;2\n',
      'shop/customers/part-0.json': '{"id":1,"name":"Ada"}\n',
    });
    const glue = new GlueClient({
      region: 'us-east-1',
      endpoint: local.url,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    await glue.send(new CreateWorkflowCommand({ Name: 'taken-workflow' }));
    glue.destroy();
    portal = await startPortal();
  });

  afterAll(async () => {
    await Promise.all(stop.map(each => each()));
    await local?.close();
  });

  it.each(WRONG)(
    'tells of %s on its page',
    async (_, form, title, field, message) => {
      const problems = await problemsOf(form);
      expect(problems).toContainEqual({
        field,
        message: expect.stringMatching(message),
      });
      const page = pages.find(each => each.title === title)!;
      expect(Object.keys(page.properties)).toContain(/^\w+/.exec(field)![0]);
    },
  );

  it('tells of all that is missing at once', async () => {
    const problems = await problemsOf({ name: '', description: '', owner: '' });
    expect(problems.map(({ field }) => field)).toEqual([
      'name',
      'description',
      'owner',
    ]);
  });

  it('looks into a source beside one that is not filled in', async () => {
    const problems = await problemsOf({
      ...BASICS,
      sources: [{ format: 'csv' }, { ...orders, uri: 's3://nowhere/a.csv' }],
    });
    expect(problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'sources[0].name',
        'sources[0].uri',
        'sources[1].uri',
      ]),
    );
  });

  it.each<[string, object]>([
    ['the first page', { ...BASICS, name: ' daily-orders ' }],
    [
      'a source of which only new files are read',
      source({ incremental: 'files' }),
    ],
    ['a pasted URI', source({ uri: ' s3://shop/orders.csv ' })],
    ['two sources that are joined', { ...TWO_SOURCES, transform: [join2({})] }],
    [
      'all pages',
      {
        ...TABLE,
        output: { partitionBy: ['country'] },
        start: { cron: 'cron(0 6 * * ? *)' },
      },
    ],
  ])('has nothing to say of %s filled in rightly', async (_, form) =>
    expect(await problemsOf(form)).toEqual([]),
  );

  it('says that a bucket is denied, and who can change that', async () => {
    const denying = await startHttp((req, res) => {
      res.writeHead(req.url === '/' ? 400 : 403, {
        'content-type': 'application/x-amz-json-1.1',
      });
      res.end('{"__type":"EntityNotFoundException"}');
    });
    const server = await startPortal({ endpoint: denying.url });
    const { body } = await ask(server, SOURCES).expect(200);
    expect(body.problems).toEqual([
      {
        field: 'sources[0].uri',
        message: expect.stringMatching(/may not read.*s3:ListBucket/),
      },
    ]);
    await denying.close();
  });

  it('is only for who may create something', async () => {
    const server = await startPortal({ denied: ['scaffolder.task.create'] });
    const { body } = await ask(server, BASICS).expect(403);
    expect(body.error.message).toContain('scaffolder.task.create');
    await request(portal)
      .post('/api/scaffolder/glue-pipelines/v1/form/check')
      .set('authorization', mockCredentials.none.header())
      .send({ form: {} })
      .expect(401);
  });

  it.each([[undefined], [[]], ['x'], [null]])(
    'refuses %j, which is no form',
    async form => {
      const { status } = await ask(portal, form);
      expect(status).toBe(400);
    },
  );

  it('survives what no form would send', async () => {
    for (const form of [
      { sources: [null, 1, 'x', []], transform: 'x', warehouse: [] },
      { name: { a: 1 }, sources: {}, transform: [null], accountId: {} },
      { ...BASICS, __proto__: { name: 'x' } } as JsonObject,
    ]) {
      expect(Array.isArray(await problemsOf(form))).toBe(true);
    }
  });
});
