import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';

jest.setTimeout(60_000);

const HERE = { accountId: '000000000000', region: 'us-east-1' };
const arnOf = (name: string) =>
  `arn:aws:glue:us-east-1:000000000000:workflow/${name}`;

describe('GET /v1/unnamed-workflows', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  async function setUp(options: { deny?: string[] } = {}) {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    glue.putWorkflow('covid-hiring');
    const portal = await startPortal({ endpoint: glue.url, ...options });
    cleanups.push(() => portal.stop());
    await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
    return { glue, portal };
  }

  it('lists what AWS has and no entity names, of all pages, and asks once for a while', async () => {
    const { glue, portal } = await setUp();
    const names = Array.from({ length: 60 }, (_, n) => `orders ${n}`);
    names.forEach(name => glue.putWorkflow(name));
    const { status, body } = await portal.get('/v1/unnamed-workflows');
    expect(status).toBe(200);
    expect(body).toEqual({
      locations: [
        { ...HERE, workflows: names.map(name => ({ name, arn: arnOf(name) })) },
      ],
      servedAt: expect.any(String),
    });
    expect(glue.count('ListWorkflows')).toBe(3);
    await portal.get('/v1/unnamed-workflows');
    expect(glue.count('ListWorkflows')).toBe(3);
  });

  it('says why an account cannot be listed, and asks again', async () => {
    const { glue, portal } = await setUp();
    glue.fail('ListWorkflows', 'AccessDeniedException');
    const { body } = await portal.get('/v1/unnamed-workflows');
    expect(body.locations).toEqual([
      {
        ...HERE,
        workflows: [],
        problem: expect.stringContaining('glue:ListWorkflows'),
      },
    ]);
    expect((await portal.get('/v1/unnamed-workflows')).body.locations).toEqual([
      { ...HERE, workflows: [] },
    ]);
  });

  it('is kept from who may not see the accounts of all teams', async () => {
    const { glue, portal } = await setUp({
      deny: ['glue-pipelines.collector.read'],
    });
    const { status } = await portal.get('/v1/unnamed-workflows');
    expect(status).toBe(403);
    expect(glue.count('ListWorkflows')).toBe(0);
  });
});
