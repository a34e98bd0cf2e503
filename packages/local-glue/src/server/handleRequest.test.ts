import {
  createServer,
  IncomingHttpHeaders,
  request,
  Server,
  ServerOptions,
} from 'node:http';
import { AddressInfo, connect } from 'node:net';
import { AwsError } from '../base/AwsError';
import { Service } from '../protocol/operation';
import { s3Service } from '../services/s3';
import type { S3Context } from '../services/s3/S3Operation';
import { AdminRoutes } from './admin/AdminRoutes';
import { deployRoutes } from './admin/deployRoutes';
import type { DeployContext } from '../deploy/DeployContext';
import { handleRequest } from './handleRequest';
import { httpLimits } from './limits';
import { maximumBodyBytes } from './readBody';
import { ServiceRegistry } from './ServiceRegistry';

const zoo: Service = {
  id: 'zoo',
  protocol: 'aws-json-1.1',
  targetPrefix: 'AWSZoo',
  operations: [
    {
      name: 'GetAnimal',
      handle: ({ Name }) => {
        if (Name === 'bug') throw new TypeError('x is not a function');
        if (Name !== 'owl') {
          throw new AwsError('EntityNotFoundException', `no animal ${Name}`);
        }
        return { Name, Born: new Date(1500) };
      },
    },
  ],
};
const farm: Service = {
  id: 'farm',
  protocol: 'aws-query',
  xmlNamespace: 'http://farm',
  xmlListMembers: { Cows: 'Cow' },
  operations: [
    {
      name: 'ListCows',
      handle: ({ Names }) => {
        if (!Names) throw new AwsError('CowNotFound', 'no cow <a>', 404);
        return { Cows: Names };
      },
    },
  ],
};

describe('handleRequest', () => {
  const errors: string[] = [];
  const log = {
    info() {},
    warn() {},
    error: (line: string) => void errors.push(line),
  };
  const registry = new ServiceRegistry([zoo, farm]);
  const admin = new AdminRoutes(
    deployRoutes({ log } as unknown as DeployContext),
  );
  const s3 = s3Service({ log } as unknown as S3Context);
  const doors = { registry, s3, admin, log };
  const listen = async (limits: ServerOptions) => {
    const listening = createServer(limits, (incoming, response) => {
      void handleRequest(incoming, response, doors);
    });
    await new Promise<void>(done => listening.listen(0, '127.0.0.1', done));
    return listening;
  };
  const closed = (listening: Server) =>
    new Promise(done => listening.close(done));
  let server: Server;

  beforeAll(async () => {
    server = await listen(httpLimits);
  });
  beforeEach(() => {
    errors.length = 0;
  });
  afterAll(() => closed(server));

  // Not fetch: it does not let a test choose the Host header.
  const send = (
    headers: Record<string, string>,
    body: string | Buffer = '',
    path: string = '/',
  ) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>(
      (resolve, reject) => {
        const { port } = server.address() as AddressInfo;
        const outgoing = request(
          { port, host: '127.0.0.1', path, method: 'POST', headers },
          async response => {
            let text = '';
            for await (const chunk of response) text += chunk;
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: text,
            });
          },
        );
        outgoing.on('error', reject);
        outgoing.end(body);
      },
    );
  const json = (operation: string, input: object) =>
    send({ 'x-amz-target': `AWSZoo.${operation}` }, JSON.stringify(input));
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const signedFor = (service: string) => ({
    authorization: `AWS4-HMAC-SHA256 Credential=x/20260102/us-east-1/${service}/aws4_request`,
  });

  it('serves AWS JSON', async () => {
    const response = await json('GetAnimal', { Name: 'owl' });
    expect(response).toMatchObject({
      status: 200,
      body: '{"Name":"owl","Born":1.5}',
    });
    expect(response.headers['content-type']).toBe('application/x-amz-json-1.1');
    expect(response.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
    // A page elsewhere may neither read nor send: nothing is allowed across origins.
    expect(response.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('answers an error of an operation with its code', async () => {
    const response = await json('GetAnimal', { Name: 'yeti' });
    expect(response.status).toBe(400);
    expect(response.headers['x-amzn-errortype']).toBe(
      'EntityNotFoundException',
    );
    expect(JSON.parse(response.body)).toMatchObject({
      __type: 'EntityNotFoundException',
      Message: 'no animal yeti',
    });
  });

  it('answers a fault with 500, logs it under the same id, and goes on', async () => {
    const response = await json('GetAnimal', { Name: 'bug' });
    expect(response.status).toBe(500);
    expect(JSON.parse(response.body).__type).toBe('InternalServiceException');
    expect(errors).toEqual([
      expect.stringContaining(String(response.headers['x-amzn-requestid'])),
    ]);
    expect(errors[0]).toContain('x is not a function');
    expect((await json('GetAnimal', { Name: 'owl' })).status).toBe(200);
  });

  it.each([
    [{ 'x-amz-target': 'AWSZoo.PetAnimal' }, 'does not support zoo:PetAnimal'],
    [{ 'x-amz-target': 'AWSSea.GetFish' }, 'no service with the target'],
    [{ 'x-amz-target': '' }, 'no service with the target'],
    [signedFor('lambda'), 'this request for the service \\"lambda\\"'],
  ])('names what it does not have: %j', async (headers, message) => {
    const response = await send(headers, '{}');
    expect(response.status).toBe(400);
    expect(response.body).toContain('UnknownOperationException');
    expect(response.body).toContain(message);
  });

  it('serves the query protocol, signed or not', async () => {
    const body = 'Action=ListCows&Version=1&Names.member.1=a&Names.member.2=b';
    for (const headers of [form, { ...form, ...signedFor('farm') }]) {
      const response = await send(headers, body);
      expect(response.status).toBe(200);
      expect(response.headers['content-type']).toBe('text/xml');
      expect(response.body).toContain(
        '<ListCowsResponse xmlns="http://farm"><ListCowsResult><Cows><Cow>a</Cow><Cow>b</Cow></Cows></ListCowsResult>',
      );
    }
  });

  it.each([
    [signedFor('farm'), 'Action=ListCows', 404, '<Code>CowNotFound</Code>'],
    [signedFor('farm'), 'Action=Milk', 400, 'does not support farm:Milk'],
    [signedFor('iam'), 'Action=ListRoles', 400, 'no service &quot;iam&quot;'],
    [{}, 'Action=ListRoles', 400, 'the action &quot;ListRoles&quot;'],
    [{}, 'Version=1', 400, 'names no Action'],
  ])('answers errors in XML: %j %s', async (headers, body, status, text) => {
    const response = await send({ ...form, ...headers }, body);
    expect(response.status).toBe(status);
    expect(response.body).toContain('<ErrorResponse');
    expect(response.body).toContain(text);
  });

  it('refuses a body that is too large', async () => {
    const response = await send(
      { 'x-amz-target': 'AWSZoo.GetAnimal' },
      Buffer.alloc(maximumBodyBytes + 1, ' '),
    );
    expect(response.status).toBe(413);
  });

  /** What comes back first for raw bytes, of which the last ones are sent again and again. */
  const sendRaw = (
    to: Server,
    head: string,
    piece: string,
    milliseconds: number = 0,
  ) =>
    new Promise<string>((resolve, reject) => {
      const { port } = to.address() as AddressInfo;
      const socket = connect(port, '127.0.0.1');
      socket.write(head.replaceAll('\n', '\r\n'));
      const endless = setInterval(() => {
        if (!socket.writableNeedDrain) socket.write(piece);
      }, milliseconds);
      socket.setEncoding('latin1').once('data', (answer: string) => {
        resolve(answer);
        socket.destroy();
      });
      socket.on('error', reject);
      socket.on('close', () => clearInterval(endless));
    });
  const jsonHead =
    'POST / HTTP/1.1\nHost: localhost\nX-Amz-Target: AWSZoo.GetAnimal\n';
  const formHead = `POST / HTTP/1.1\nHost: localhost\nContent-Type: ${form['content-type']}\n`;
  const megabyte = `100000\r\n${' '.repeat(1024 ** 2)}\r\n`;

  it.each([
    ['JSON', `${jsonHead}Transfer-Encoding: chunked\n\n`, megabyte],
    ['a form', `${formHead}Transfer-Encoding: chunked\n\n`, megabyte],
    [
      'JSON of an announced length',
      `${jsonHead}Content-Length: 99999999\n\n`,
      ' ',
    ],
  ])('refuses %s that does not end', async (_, head, piece) => {
    expect(await sendRaw(server, head, piece)).toMatch(/^HTTP\/1.1 413 /);
  });

  describe('with less time than the real limits', () => {
    let impatient: Server;

    beforeAll(async () => {
      impatient = await listen({
        ...httpLimits,
        headersTimeout: 500,
        requestTimeout: 500,
        connectionsCheckingInterval: 100,
      });
    });
    afterAll(() => closed(impatient));

    it.each([
      ['a body', `${jsonHead}Content-Length: 1000\n\n`, ' ', 408],
      ['headers', 'POST / HTTP/1.1\nHost: localhost\nX-', 'a', 408],
      [
        'too many headers',
        `${jsonHead}X-Much: ${'a'.repeat(20_000)}\n\n`,
        '',
        431,
      ],
      ['no Host', 'GET / HTTP/1.1\n\n', '', 400],
    ])(
      'ends %s that takes too long or is not right',
      async (_, head, piece, status) => {
        const answer = await sendRaw(impatient, head, piece, 50);
        expect(answer).toContain(`HTTP/1.1 ${status} `);
        expect((await json('GetAnimal', { Name: 'owl' })).status).toBe(200);
      },
    );
  });

  it('does not log the query of a request, which may hold a signature', async () => {
    const response = await send(
      { authorization: signedFor('lambda').authorization },
      '',
      '/x?X-Amz-Signature=hush',
    );
    expect(response.status).toBe(400);
    expect(errors.join()).not.toContain('hush');
  });

  it.each(['http://evil.example', 'http://localhost:3000', 'null'])(
    'allows a page of %s nothing across origins',
    async origin => {
      const { port } = server.address() as AddressInfo;
      for (const method of ['OPTIONS', 'POST']) {
        const response = await fetch(`http://127.0.0.1:${port}/data/key`, {
          method,
          headers: {
            origin,
            'access-control-request-method': 'PUT',
            'access-control-request-headers': 'x-amz-target',
          },
        });
        expect(response.ok).toBe(false);
        const names = [...response.headers.keys()];
        expect(names.filter(name => name.startsWith('access-control'))).toEqual(
          [],
        );
      }
    },
  );

  it.each<[Record<string, string>]>([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ host: 'evil.example' }],
    [{ host: 'evil.example:4566' }],
    [{ origin: 'https://evil.example' }],
  ])('refuses what only a foreign page would send: %j', async headers => {
    const response = await send({
      'x-amz-target': 'AWSZoo.GetAnimal',
      ...headers,
    });
    expect(response.status).toBe(403);
  });

  describe('/_local-glue/deploy', () => {
    const type = { 'content-type': 'application/json' };
    it.each<[string, Record<string, string>, string, number]>([
      ['any web page', { ...type, origin: 'http://localhost:3000' }, '{}', 403],
      ['forms', form, 'directory=/tmp', 415],
      ['text', { 'content-type': 'text/plain' }, '{}', 415],
      ['a relative path', type, '{"directory":"cdk.out"}', 400],
      ['no path', type, '{}', 400],
      ['what is not JSON', type, 'directory', 400],
    ])('refuses %s', async (_what, headers, body, status) => {
      const response = await send(headers, body, '/_local-glue/deploy');
      expect(response.status).toBe(status);
    });

    it('tells the failure in the last line of the stream', async () => {
      const response = await send(
        type,
        '{"directory":"/nowhere/cdk.out"}',
        '/_local-glue/deploy',
      );
      expect(response.status).toBe(200);
      expect(JSON.parse(response.body)).toMatchObject({
        type: 'result',
        ok: false,
        message: expect.stringContaining('run "cdk synth"'),
      });
    });
  });

  it('knows no other route of its own', async () => {
    expect((await send({}, '', '/_local-glue/shutdown')).status).toBe(404);
  });
});
