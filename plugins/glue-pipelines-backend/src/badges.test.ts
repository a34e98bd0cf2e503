import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from './__testUtils__/runs';

jest.setTimeout(60_000);

const workflow = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };

describe('badges', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  async function setUp(
    options: Omit<Parameters<typeof startPortal>[0], 'endpoint'> = {},
  ) {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    glue.putWorkflow('covid-hiring');
    glue.putRun('covid-hiring', 'wr_1', { job: 'FAILED' });
    const portal = await startPortal({
      endpoint: glue.url,
      config: { badges: true },
      ...options,
    });
    cleanups.push(() => portal.stop());
    await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
    const act = (verb: 'share' | 'revoke', body: object = workflow) =>
      portal.request('post', `/v1/badge/${verb}`).send(body);
    const image = (url: string) =>
      portal
        .get(`/v1/badges/${url.split('/').pop()}`)
        .set('authorization', portal.noToken);
    return { portal, act, image };
  }

  it('are seen by whoever has the link, until it is revoked', async () => {
    const { portal, act, image } = await setUp();
    expect((await portal.get('/v1/badge', workflow)).body).toEqual({
      enabled: true,
    });
    const { status, body } = await act('share');
    expect(status).toBe(200);
    const { url } = body.link;
    expect(url).toMatch(/^http.*\/api\/glue-pipelines\/v1\/badges\/[\w-]{43}$/);
    expect((await portal.get('/v1/badge', workflow)).body).toEqual(body);

    const shown = await image(url);
    expect(shown.status).toBe(200);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, max-age=60',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const text = shown.body.toString();
    expect(text).toContain('<title>covid-hiring: failed</title>');
    expect(text).not.toMatch(/arn:|000000000000|component:/);
    const again = await image(url).set('If-None-Match', shown.headers.etag);
    expect(again.status).toBe(304);

    expect((await act('revoke')).status).toBe(204);
    const gone = await image(url);
    expect(gone.status).toBe(404);
    expect(gone.headers['cache-control']).toBe('no-store');
    expect((await act('share')).body.link.url).not.toBe(url);
    const audited = portal.auditor.createEvent.mock.calls.map(
      ([{ eventId, meta }]) => [eventId, meta],
    );
    expect(audited).toEqual([
      ['badge-share', workflow],
      ['badge-revoke', workflow],
      ['badge-share', workflow],
    ]);
  });

  it.each<[string, object, number, string]>([
    [
      'a workflow whose tag names another entity',
      { ...workflow, entityRef: 'component:default/intruder' },
      403,
      'does not say that it belongs to component:default/intruder',
    ],
    [
      'a workflow that the entity does not name',
      { ...workflow, workflowArn: FLIGHT_DELAYS_ARN },
      404,
      'does not name the workflow',
    ],
    [
      'an entity that is not there',
      { ...workflow, entityRef: 'component:default/unknown' },
      404,
      'There is no entity',
    ],
    ['no workflow', { entityRef: ENTITY_REF }, 400, "'workflowArn'"],
  ])('are not of %s', async (_, body, status, message) => {
    const { act } = await setUp();
    const answer = await act('share', body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain(message);
  });

  it('need the permission to be opened or revoked', async () => {
    const { portal, act } = await setUp({
      deny: ['glue-pipelines.badge.share'],
    });
    for (const verb of ['share', 'revoke'] as const) {
      const { status, body } = await act(verb);
      expect(status).toBe(403);
      expect(body.error.message).toContain('glue-pipelines.badge.share');
    }
    expect(portal.event.fail).toHaveBeenCalledTimes(2);
  });

  it('are served by nobody who has not turned them on', async () => {
    const { portal, act, image } = await setUp({ config: {} });
    expect((await portal.get('/v1/badge', workflow)).body).toEqual({
      enabled: false,
    });
    const { status, body } = await act('share');
    expect(status).toBe(403);
    expect(body.error.message).toContain('gluePipelines.badges');
    expect((await image('x'.repeat(43))).status).toBe(401);
  });

  it('are not found by guessing', async () => {
    const { image } = await setUp();
    const { status, body } = await image('x'.repeat(43));
    expect(status).toBe(404);
    expect(body.error.message).toBe(
      'There is no such badge, or it is shown no more',
    );
  });
});
