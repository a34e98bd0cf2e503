import { mockServices } from '@backstage/backend-test-utils';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { GluePipelinesCollatorFactory } from './GluePipelinesCollatorFactory';

const item = (i: number) => ({
  arn: `arn:aws:glue:eu-west-1:111111111111:workflow/flow-${i}`,
  signalKey: 'secret-key',
  name: `flow-${i}`,
  accountId: '111111111111',
  region: 'eu-west-1',
  entityRef: `component:default/flow-${i}`,
  entityTitle: `The flow ${i}`,
  owner: 'group:default/sales',
  tags: ['gold'],
  health: 'failed',
  tiles: ['failing'],
});

describe('GluePipelinesCollatorFactory', () => {
  let server: Server;
  let asked: IncomingMessage[];
  let answer: { status: number; items: object[] };

  beforeEach(async () => {
    asked = [];
    server = createServer((req, res) => {
      asked.push(req);
      const { searchParams } = new URL(req.url ?? '', 'http://x');
      const offset = Number(searchParams.get('offset'));
      const limit = Number(searchParams.get('limit'));
      res.writeHead(answer.status, { 'Content-Type': 'application/json' });
      res.end(
        JSON.stringify({
          items: answer.items.slice(offset, offset + limit),
          total: answer.items.length,
        }),
      );
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
  });

  afterEach(() => new Promise(done => server.close(done)));

  async function collect() {
    const { port } = server.address() as AddressInfo;
    const factory = new GluePipelinesCollatorFactory({
      auth: mockServices.auth(),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async plugin => `http://127.0.0.1:${port}/api/${plugin}`,
      }),
    });
    expect(factory.type).toBe('glue-pipelines');
    expect(factory.visibilityPermission).toBe(catalogEntityReadPermission);
    return (await factory.getCollator()).toArray();
  }

  it('lists all pages, with the entity by which each is authorized', async () => {
    answer = {
      status: 200,
      items: Array.from({ length: 250 }, (_, i) => item(i)),
    };
    const documents = await collect();
    expect(documents).toHaveLength(250);
    expect(asked.map(({ url }) => url)).toEqual([
      '/api/glue-pipelines/v1/fleet?sort=name&limit=100&offset=0',
      '/api/glue-pipelines/v1/fleet?sort=name&limit=100&offset=100',
      '/api/glue-pipelines/v1/fleet?sort=name&limit=100&offset=200',
    ]);
    expect(asked[0].headers.authorization).toMatch(/^Bearer .+/);
    expect(documents[7]).toEqual({
      title: 'flow-7',
      text: 'AWS Glue pipeline The flow 7 component:default/flow-7 group:default/sales gold 111111111111 eu-west-1',
      location:
        '/catalog/default/component/flow-7/glue?workflow=arn%3Aaws%3Aglue%3Aeu-west-1%3A111111111111%3Aworkflow%2Fflow-7',
      arn: item(7).arn,
      entityRef: 'component:default/flow-7',
      owner: 'group:default/sales',
      authorization: { resourceRef: 'component:default/flow-7' },
    });
    // Who may find a pipeline need not be allowed to see how it is.
    expect(JSON.stringify(documents)).not.toContain('fail');
  });

  it('lists nothing where there is nothing', async () => {
    answer = { status: 200, items: [] };
    expect(await collect()).toEqual([]);
  });

  it('fails where the back end does not answer, so that the index stays', async () => {
    answer = { status: 503, items: [] };
    await expect(collect()).rejects.toThrow(/503/);
  });
});
