import { PipelineFormClient } from './PipelineFormClient';

const clientOf = (fetch: typeof global.fetch) =>
  new PipelineFormClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch },
  });

describe('PipelineFormClient', () => {
  it('asks the scaffolder what is wrong with a form', async () => {
    const problems = [{ field: 'name', message: 'is missing: add it' }];
    const fetch = jest.fn(async () => Response.json({ problems }));
    const form = { name: '' };
    expect(await clientOf(fetch).check(form)).toEqual(problems);
    expect(fetch).toHaveBeenCalledWith(
      'http://portal/api/scaffolder/glue-pipelines/v1/form/check',
      expect.objectContaining({
        method: 'POST',
        body: JSON.stringify({ form }),
      }),
    );
  });

  it('asks about buckets and files where the pipeline will run', async () => {
    const fetch = jest.fn(async () => Response.json({}));
    const client = clientOf(fetch);
    const form = { name: 'orders', accountId: '123456789012', region: 'x' };
    const uri = 's3://shop/';
    await client.browse(uri, form);
    await client.preview({ uri }, form);
    await client.steps(
      { ...form, sources: [], transform: [] },
      new AbortController().signal,
    );
    const { accountId, region } = form;
    expect(
      fetch.mock.calls.map(([url, { body }]: any) => [
        url.split('/').at(-1),
        JSON.parse(body),
      ]),
    ).toEqual([
      ['browse', { form: { uri, accountId, region } }],
      ['preview', { form: { source: { uri }, accountId, region } }],
      ['steps', { form: { sources: [], transform: [], accountId, region } }],
    ]);
  });

  it('asks what becomes of a form, until that is given up', async () => {
    const fetch = jest.fn(async () => Response.json({ name: 'orders' }));
    const { signal } = new AbortController();
    expect(await clientOf(fetch).plan({ name: 'orders' }, signal)).toEqual({
      name: 'orders',
    });
    expect(fetch).toHaveBeenCalledWith(
      'http://portal/api/scaffolder/glue-pipelines/v1/form/plan',
      expect.objectContaining({ signal }),
    );
  });

  it('asks what a form may begin with', async () => {
    const examples = [{ name: 'flight-delays', description: 'Delays' }];
    const fetch = jest.fn(async () => Response.json({ examples }));
    expect(await clientOf(fetch).examples()).toEqual(examples);
    await clientOf(fetch).begin({ example: 'flight-delays' });
    expect(fetch).toHaveBeenLastCalledWith(
      'http://portal/api/scaffolder/glue-pipelines/v1/form/begin',
      expect.objectContaining({
        body: JSON.stringify({ form: { example: 'flight-delays' } }),
      }),
    );
  });

  it("throws the back end's own sentence", async () => {
    const refusing = async () =>
      new Response(
        JSON.stringify({
          error: { name: 'NotAllowedError', message: 'You may not' },
          response: { statusCode: 403 },
        }),
        { status: 403, headers: { 'content-type': 'application/json' } },
      );
    await expect(clientOf(refusing).check({})).rejects.toMatchObject({
      body: { error: { message: 'You may not' } },
    });
  });
});
