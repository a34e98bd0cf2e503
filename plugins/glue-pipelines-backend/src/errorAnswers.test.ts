import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from './__testUtils__/runs';
import { spec } from './schema/openapi.generated';

jest.setTimeout(60_000);

const covidHiring = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
const ROLE = 'arn:aws:sts::000000000000:assumed-role/portal/session';

describe('answers to what goes wrong', () => {
  let glue: GlueEndpoint;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    glue = await GlueEndpoint.start();
    glue.putWorkflow('covid-hiring');
    portal = await startPortal({ endpoint: glue.url, deny: [] });
  });

  afterAll(async () => {
    await portal?.stop();
    await glue?.close();
  });

  type Method = Parameters<typeof portal.request>[0];
  const send = (method: Method, path: string) => portal.request(method, path);
  const start = () => send('post', '/v1/runs');

  /** The body has what the document says, and the document has the status. */
  function expectDescribed(
    answer: { status: number; body: unknown },
    status: number,
    method: string,
    path: keyof typeof spec.paths,
  ) {
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      error: { name: expect.any(String), message: expect.any(String) },
      request: { method: method.toUpperCase(), url: expect.any(String) },
      response: { statusCode: status },
    });
    const operations: Record<string, { responses: object }> = spec.paths[path];
    const documented = operations[method] ?? Object.values(operations)[0];
    expect(Object.keys(documented.responses)).toContain(String(status));
  }

  it.each<
    [number, string, string, () => Promise<{ status: number; body: unknown }>]
  >([
    [400, 'get', 'no entity', async () => send('get', '/v1/workflows')],
    [
      400,
      'post',
      'no JSON',
      async () => start().set('content-type', 'application/json').send('{"a'),
    ],
    [400, 'post', 'no body', async () => start()],
    [
      401,
      'get',
      'nobody',
      async () =>
        send('get', `/v1/workflows?entityRef=${ENTITY_REF}`).set(
          'authorization',
          portal.noToken,
        ),
    ],
    [
      404,
      'get',
      'no such entity',
      async () =>
        send('get', '/v1/workflows?entityRef=component:default/nobody'),
    ],
    [
      405,
      'delete',
      'a wrong method',
      async () => send('delete', '/v1/workflows'),
    ],
    [
      413,
      'post',
      'too much',
      async () =>
        start().send({
          ...covidHiring,
          properties: { a: 'x'.repeat(200_000) },
        }),
    ],
    [415, 'post', 'a form', async () => start().type('form').send('a=b')],
    [
      415,
      'post',
      'another charset',
      async () =>
        start()
          .set('content-type', 'application/json; charset=latin-7')
          .send('{}'),
    ],
  ])('%d %s: %s', async (status, method, _, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    const path = method === 'post' ? '/v1/runs' : '/v1/workflows';
    expectDescribed(answer, status, method, path);
  });

  it('names the methods that are possible', async () => {
    const { headers } = await send('put', '/v1/runs');
    expect(headers.allow).toBe('GET, POST');
    expect((await send('patch', '/v1/runs/wr_1')).headers.allow).toBe('GET');
    expect((await send('put', '/v1/nothing')).status).toBe(404);
  });

  it('checks HEAD as it checks GET', async () => {
    const runs = `/v1/runs?entityRef=component:default/flight-delays&workflowArn=${FLIGHT_DELAYS_ARN}`;
    for (const [query, status] of [
      ['health=failed', 200],
      ['health=nothing', 400],
    ] as const) {
      const answer = await send('head', `${runs}&${query}`);
      expect(answer.status).toBe(status);
      expect(answer.text).toBeUndefined();
    }
  });

  it('does not look at a body where none means anything', async () => {
    const answer = await send('get', '/v1/workflows?entityRef=component:nobody')
      .type('form')
      .send('a=b');
    expect(answer.status).toBe(404);
  });

  it('knows the media type with a charset', async () => {
    const answer = await start()
      .set('content-type', 'application/json; charset=utf-8')
      .send(JSON.stringify({ ...covidHiring, entityRef: 'nobody' }));
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain("'nobody' is not an entity");
  });

  it.each([
    ['AccessDeniedException', 403],
    ['ConcurrentRunsExceededException', 409],
    ['ThrottlingException', 503],
  ])('carries nothing of AWS after %s', async (code, status) => {
    glue.fail('StartWorkflowRun', code, 1, 400, `User: ${ROLE} is not allowed`);
    const answer = await start().send(covidHiring);
    expectDescribed(answer, status, 'post', '/v1/runs');
    expect(answer.text).not.toContain('assumed-role');
    expect(answer.text).not.toContain('cause');
  });

  it('says readers what to do and the log why, where a workflow cannot be read', async () => {
    glue.fail(
      'BatchGetWorkflows',
      'AccessDeniedException',
      1,
      400,
      `User: ${ROLE} is not allowed`,
    );
    const { body, text } = await send(
      'get',
      `/v1/workflows?entityRef=${ENTITY_REF}`,
    );
    expect(body.items[0].collectionError).toMatch(
      /may not call glue:BatchGetWorkflows .* Allow this action in the role's IAM policy$/,
    );
    expect(text).not.toContain('assumed-role');
    expect(portal.warnings().join()).toContain(ROLE);
  });

  it.each(['ResponseError', 'FetchError'])(
    'says that another part of the portal failed, and not how: %s',
    async name => {
      portal.permissions.authorize.mockRejectedValueOnce(
        Object.assign(new Error('connect db.internal:5432'), { name }),
      );
      const answer = await send('get', `/v1/workflows?entityRef=${ENTITY_REF}`);
      expectDescribed(answer, 503, 'get', '/v1/workflows');
      expect(answer.text).not.toContain('db.internal');
      expect(portal.errors().join()).toContain('db.internal');
    },
  );

  it('says of its own failure only where to look', async () => {
    portal.permissions.authorize.mockRejectedValueOnce(
      new Error('connect db.internal:5432'),
    );
    const answer = await send('get', `/v1/workflows?entityRef=${ENTITY_REF}`);
    expectDescribed(answer, 500, 'get', '/v1/workflows');
    expect(answer.text).not.toContain('db.internal');
    const [, id] = /at ([0-9a-f-]{36})/.exec(answer.text) ?? [];
    expect(portal.errors().join()).toContain(id);
  });
});
