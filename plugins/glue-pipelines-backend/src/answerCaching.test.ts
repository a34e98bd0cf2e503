import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';

jest.setTimeout(60_000);

const workflow = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
const ROUTES: [string, Record<string, string>][] = [
  ['/v1/workflows', { entityRef: ENTITY_REF }],
  ['/v1/fleet', { sort: 'name' }],
  ['/v1/runs', workflow],
  ['/v1/runs/wr_1', workflow],
];

/** How old answers are, and what of them need not be sent again. */
describe('answers', () => {
  let glue: GlueEndpoint;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeEach(async () => {
    glue = await GlueEndpoint.start();
    glue.putWorkflow('covid-hiring');
    glue.putRun('covid-hiring', 'wr_1');
    portal = await startPortal({ endpoint: glue.url });
    await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
  });

  afterEach(async () => {
    await portal?.stop();
    await glue?.close();
  });

  const ask = (path: string, query: Record<string, string>, tag?: string) => {
    const question = portal.get(path, query);
    return tag ? question.set('If-None-Match', tag) : question;
  };

  it.each(ROUTES)('of %s say how old they are', async (path, query) => {
    const before = Date.now();
    const { body } = await ask(path, query);
    expect(Date.parse(body.servedAt)).toBeGreaterThanOrEqual(before);
    const { collectedAt } = body.collectedAt ? body : body.items[0];
    expect(Date.parse(collectedAt)).toBeLessThanOrEqual(
      Date.parse(body.servedAt),
    );
  });

  it.each(ROUTES)(
    'of %s are sent once as long as they are so',
    async (path, query) => {
      const first = await ask(path, query);
      expect(first.headers.etag).toMatch(/^W\/"[\w-]{43}"$/);
      expect(first.headers['cache-control']).toBe('private, no-cache');
      const second = await ask(path, query, `"another", ${first.headers.etag}`);
      expect(second.status).toBe(304);
      expect(second.text).toBe('');
      expect(second.headers).toMatchObject({
        etag: first.headers.etag,
        'cache-control': 'private, no-cache',
      });
      expect((await ask(path, query, '"another"')).status).toBe(200);
    },
  );

  it('are sent again once something has changed', async () => {
    const { headers } = await ask('/v1/runs', workflow);
    const { status } = await portal.start(workflow);
    expect(status).toBe(201);
    const changed = await ask('/v1/runs', workflow, headers.etag);
    expect(changed.status).toBe(200);
    expect(changed.body.items).toHaveLength(2);
    expect(changed.headers.etag).not.toBe(headers.etag);
  });

  it.each(ROUTES.filter(([path]) => path !== '/v1/fleet'))(
    'of %s are confirmed to nobody who may not read them',
    async (path, query) => {
      const { headers } = await ask(path, query);
      portal.permissions.authorize.mockImplementation(async queries =>
        queries.map(() => ({ result: AuthorizeResult.DENY })),
      );
      const denied = await ask(path, query, headers.etag);
      expect(denied.status).toBe(403);
      expect(denied.headers['cache-control']).toBe('no-store');
      const anybody = await ask(path, query, headers.etag).set(
        'authorization',
        portal.noToken,
      );
      expect(anybody.status).toBe(401);
      expect(anybody.headers['cache-control']).toBeUndefined();
    },
  );
});
