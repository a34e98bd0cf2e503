import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';

jest.setTimeout(60_000);

describe('GET /v1/runs with filters', () => {
  let glue: GlueEndpoint;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  const workflow = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };

  beforeAll(async () => {
    glue = await GlueEndpoint.start();
    glue.putWorkflow('covid-hiring', {});
    glue.putRun('covid-hiring', 'wr_old', {
      WorkflowRunProperties: { year: '2024' },
    });
    portal = await startPortal({ endpoint: glue.url });
    await portal.start({ ...workflow, properties: { year: '2025' } });
  });
  afterAll(async () => {
    await portal?.stop();
    await glue?.close();
  });

  const find = async (query: Record<string, string>, entityRef = ENTITY_REF) =>
    portal.get('/v1/runs', { ...workflow, entityRef, ...query });
  const years = ({ body }: { body: any }) =>
    body.items?.map((run: any) => run.properties.year);

  it.each([
    [{}, ['2025', '2024']],
    [{ startedBy: 'user:default/mock' }, ['2025']],
    [{ startedBy: 'User:Default/MOCK' }, ['2025']],
    [{ startedBy: 'portal' }, ['2025']],
    [{ startedBy: 'elsewhere' }, ['2024']],
    [{ startedBy: 'user:default/nobody' }, []],
    [{ property: 'year=2024' }, ['2024']],
    [{ property: 'year=202' }, []],
    [{ property: 'year=2025', startedBy: 'elsewhere' }, []],
  ])('finds by %j', async (query, found) => {
    expect(years(await find(query))).toEqual(found);
  });

  it.each([
    ['year', /'year' is not a name and a value/],
    ['=2025', /'=2025' is not a name and a value/],
    ['glue-pipelines.io/start=abc', /is the portal's own/],
    ['glue-pipelines.io/rows-loaded=1', /is the portal's own/],
  ])('refuses the property %s', async (property, message) => {
    const { status, body } = await find({ property });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
  });

  it('lets nobody guess the properties that are not shown', async () => {
    const { status, body } = await find(
      { property: 'year=2025' },
      'component:default/intruder',
    );
    expect(status).toBe(403);
    expect(body.error.message).toContain('glue-pipelines.io/entity');
  });
});
