import {
  WORKFLOW_ENTITY_TAG,
  WORKFLOW_WAREHOUSE_TABLE_TAG,
} from '@glue-pipelines/backstage-plugin-common';
import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { component, ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';

jest.setTimeout(60_000);

const TABLE = 'workgroup/covid-hiring/dev.public.hiring';
const OWNER = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
const INTRUDER = { ...OWNER, entityRef: 'component:default/intruder' };
const PATHS = [
  '/v1/warehouse',
  '/v1/warehouse/rows',
  '/v1/warehouse/load-errors',
];
const ok = (body: object) => ({ status: 200, body });

describe('the warehouse of a workflow', () => {
  let glue: GlueEndpoint;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeEach(async () => {
    glue = await GlueEndpoint.start();
    glue.putWorkflow('covid-hiring');
    putTable(TABLE);
    const sent: string[] = [];
    glue.others.set('GetWorkgroup', () =>
      ok({ workgroup: { status: 'AVAILABLE', baseCapacity: 8 } }),
    );
    glue.others.set('DescribeTable', () =>
      ok({ ColumnList: [{ name: 'place', typeName: 'varchar', nullable: 1 }] }),
    );
    glue.others.set('ExecuteStatement', ({ Sql }) =>
      ok({ Id: String(sent.push(Sql) - 1) }),
    );
    glue.others.set('DescribeStatement', () => ok({ Status: 'FINISHED' }));
    glue.others.set('GetStatementResult', ({ Id }) =>
      ok({
        Records: /count/.test(sent[Id])
          ? [[{ longValue: 7 }]]
          : [[{ stringValue: '12' }], [{ isNull: true }]],
      }),
    );
    portal = await startPortal({ endpoint: glue.url });
  });

  afterEach(async () => {
    await portal.stop();
    await glue.close();
  });

  function putTable(table?: string, owner = ENTITY_REF) {
    glue.putTags('covid-hiring', {
      [WORKFLOW_ENTITY_TAG]: owner,
      ...(table && { [WORKFLOW_WAREHOUSE_TABLE_TAG]: table }),
    });
  }

  const refusals = (question = OWNER) =>
    Promise.all(
      PATHS.map(async path => {
        const { status, body } = await portal.get(path, question);
        return [status, body.error?.message];
      }),
    );

  it('is read through no entity but its own, whatever the configuration lets through', async () => {
    await portal.stop();
    portal = await startPortal({
      endpoint: glue.url,
      config: { requireEntityTag: { reads: false, writes: false } },
    });
    for (const [status, message] of await refusals(INTRUDER)) {
      expect(status).toBe(403);
      expect(message).toContain(
        'set its tag glue-pipelines.io/entity to component:default/intruder',
      );
    }
    expect(glue.count('GetWorkgroup')).toBe(0);
    expect(glue.count('ExecuteStatement')).toBe(0);
  });

  it('is what the tag says and not what an annotation says', async () => {
    const annotated = component('flight-delays');
    annotated.metadata.name = 'annotated';
    annotated.metadata.annotations = {
      'aws.amazon.com/glue-workflow-arn': COVID_HIRING_ARN,
      'aws.amazon.com/redshift-workgroup-arn':
        'arn:aws:redshift-serverless:us-east-1:000000000000:workgroup/payroll',
      'glue-pipelines.io/redshift-table': 'dev.public.salaries',
    };
    await portal.stop();
    portal = await startPortal({ endpoint: glue.url, entities: [annotated] });
    const question = { ...OWNER, entityRef: 'component:default/annotated' };
    putTable(TABLE, question.entityRef);
    const { body } = await portal.get('/v1/warehouse', question);
    expect([body.name, body.table.name]).toEqual(['covid-hiring', 'hiring']);
  });

  it.each([
    [
      undefined,
      "The workflow 'covid-hiring' does not say which table it loads. Set its tag glue-pipelines.io/warehouse-table, e.g. to workgroup/<name>/<database>.<schema>.<table>",
    ],
    [
      'dev.public.hiring',
      "The tag glue-pipelines.io/warehouse-table of the workflow 'covid-hiring' is wrong: 'dev.public.hiring' is not a table of a warehouse",
    ],
  ])('is unknown where the tag is %j', async (table, message) => {
    putTable(table);
    for (const [status, text] of await refusals()) {
      expect(status).toBe(404);
      expect(text).toContain(message);
    }
  });

  it('keeps its data from who lacks the permission for it, and records that', async () => {
    await portal.stop();
    portal = await startPortal({
      endpoint: glue.url,
      deny: ['glue-pipelines.warehouse.read'],
    });
    const denied = `You need the permission glue-pipelines.warehouse.read for ${ENTITY_REF}`;
    expect(await refusals()).toEqual([
      [200, undefined],
      [403, denied],
      [403, denied],
    ]);
    expect(portal.event.fail).toHaveBeenCalledTimes(2);
  });

  it('records who reads its data, and not who sees how it is', async () => {
    await portal.get('/v1/warehouse', OWNER);
    expect(portal.auditor.createEvent).not.toHaveBeenCalled();
    await portal.get('/v1/warehouse/rows', OWNER);
    expect(portal.auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'warehouse-rows-read',
      severityLevel: 'medium',
      request: expect.anything(),
      meta: OWNER,
    });
    expect(portal.event.success).toHaveBeenCalledWith({
      meta: { table: TABLE },
    });
    const answer = await portal
      .get('/v1/warehouse/rows', OWNER)
      .set('authorization', portal.serviceToken);
    expect(answer.status).toBe(403);
  });

  it('keeps its data out of the caches of browsers', async () => {
    for (const path of PATHS) {
      const answer = await portal.get(path, OWNER).set('If-None-Match', '*');
      expect([answer.status, answer.headers['cache-control']]).toEqual([
        200,
        'no-store',
      ]);
    }
  });

  it('asks AWS once for many views at once, and authorizes each', async () => {
    const views = () =>
      Promise.all(
        [1, 2, 3].flatMap(() => [
          portal.get('/v1/warehouse', OWNER),
          portal.get('/v1/warehouse/rows', OWNER),
        ]),
      );
    const [first] = await views();
    const [second] = await views();
    expect(second.body).toEqual(first.body);
    expect(first.body.table).toMatchObject({ rowCount: 7, sizeMb: 12 });
    expect(glue.count('GetWorkgroup')).toBe(1);
    // Count, size and last load; and the rows.
    expect(glue.count('ExecuteStatement')).toBe(4);
    expect(glue.count('GetTags')).toBe(1);
    expect((await portal.get('/v1/warehouse/rows', INTRUDER)).status).toBe(403);
  });

  it.each([
    [
      'CREATING',
      'starting',
      'is still starting or resuming: try again in a minute',
    ],
    [
      'DELETING',
      'failed',
      'is DELETING: its tables can be read when it is available',
    ],
  ])('is asked no query while it is %s', async (raw, state, reason) => {
    glue.others.set('GetWorkgroup', () => ok({ workgroup: { status: raw } }));
    const message = `The workgroup 'covid-hiring' ${reason}`;
    const { body } = await portal.get('/v1/warehouse', OWNER);
    expect(body).toMatchObject({ state, table: { problems: [message] } });
    expect((await refusals()).slice(1)).toEqual([
      [503, message],
      [503, message],
    ]);
    expect(glue.count('ExecuteStatement')).toBe(0);
  });

  it('shows what it can where the rest is denied', async () => {
    glue.fail('DescribeTable', 'AccessDeniedException');
    const { status, body } = await portal.get('/v1/warehouse', OWNER);
    expect(status).toBe(200);
    expect(body.table).toMatchObject({
      rowCount: 7,
      problems: [
        expect.stringContaining(
          "No columns. The portal's AWS role may not call redshift-data:DescribeTable",
        ),
      ],
    });
  });

  it('bounds the number of rows that are asked for', async () => {
    const { status } = await portal.get('/v1/warehouse/rows', {
      ...OWNER,
      limit: '101',
    });
    expect(status).toBe(400);
  });
});
