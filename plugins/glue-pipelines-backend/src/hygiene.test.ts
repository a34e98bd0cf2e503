import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { component, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';
import { waitFor } from './__testUtils__/waitFor';

jest.setTimeout(60_000);

const arnOf = (name: string) =>
  `arn:aws:glue:us-east-1:000000000000:workflow/${name}`;

describe('GET /v1/fleet/hygiene', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  async function setUp(options: { deny?: string[] } = {}) {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    glue.putJob({ Name: 'load', GlueVersion: '2.0' });
    glue.putWorkflow('covid-hiring');
    glue.putRun('covid-hiring', 'wr_1', { StartedOn: 1_700_000_000 });
    glue.putWorkflow('kept');
    glue.putRun('kept', 'wr_1', { StartedOn: Date.now() / 1000 - 60 });
    const kept = component('kept', arnOf('kept'), 'group:default/sales');
    kept.metadata.tags = ['sales'];
    kept.metadata.annotations!['glue-pipelines.io/freshness'] = 'P1D';
    const portal = await startPortal({
      endpoint: glue.url,
      entities: [kept],
      ...options,
    });
    cleanups.push(() => portal.stop());
    for (const name of ['covid-hiring', 'kept']) {
      await portal.get('/v1/workflows', {
        entityRef: `component:default/${name}`,
      });
    }
    const ask = (query: Record<string, string> = {}) =>
      portal.get('/v1/fleet/hygiene', query);
    return { glue, ask };
  }

  it('lists what should be put right, and asks AWS nothing', async () => {
    const { glue, ask } = await setUp();
    const { body } = await waitFor(
      () => ask({ finding: 'ending-version', text: 'component:default/covid' }),
      answer => answer.body.total > 0,
    );
    expect(body.items).toEqual([
      {
        arn: COVID_HIRING_ARN,
        name: 'covid-hiring',
        entityRef: 'component:default/covid-hiring',
        lastStartedAt: '2023-11-14T22:13:20.000Z',
        findings: [
          'ending-version',
          'no-owner',
          'no-promise',
          'not-run-lately',
          'no-tags',
        ],
        endingVersions: [
          {
            version: '2.0',
            support: '2024-01-31',
            life: '2026-04-01',
            jobs: ['load'],
          },
        ],
      },
    ]);
    const calls = glue.count('BatchGetJobs');
    expect((await ask()).body.total).toBeGreaterThan(1);
    expect(glue.count('BatchGetJobs')).toBe(calls);
  });

  it('pages, and counts each finding whatever is asked for', async () => {
    const { ask } = await setUp();
    const all = (await ask()).body;
    const page = (await ask({ finding: 'no-owner', limit: '1', offset: '1' }))
      .body;
    expect(page.items).toHaveLength(1);
    expect(page.counts).toEqual(all.counts);
    expect(
      all.counts.find(
        ({ finding }: { finding: string }) => finding === 'no-owner',
      ).workflows,
    ).toBe(page.total);
  });

  it('tells nothing of runs to who may not read them', async () => {
    const { ask } = await setUp({ deny: ['glue-pipelines.run.read'] });
    const { body } = await ask();
    expect(body.items.length).toBeGreaterThan(0);
    expect(JSON.stringify(body.items)).not.toMatch(
      /lastStartedAt|not-run-lately|ending-version/,
    );
  });
});
