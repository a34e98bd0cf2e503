import {
  createServer,
  IncomingHttpHeaders,
  IncomingMessage,
  request,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from './Random';

const JSON_TYPE = 'application/x-amz-json-1.1';
/** Signature Version 4 requests are valid for five minutes (IAM User Guide, "Elements of a request signature"). */
const VALID_MS = 5 * 60_000;

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** One request on its way. */
interface Exchange {
  headers: IncomingHttpHeaders;
  /** Asks the server behind. */
  forward: () => Promise<Answer>;
}

/** What happens on the way to AWS and back: an answer, or `reset` for a connection that ends. */
export type Fault = (exchange: Exchange) => Promise<Answer | 'reset'>;

function refusal(code: string, message: string, now = new Date()): Answer {
  return {
    status: 400,
    headers: { 'content-type': JSON_TYPE, date: now.toUTCString() },
    body: Buffer.from(JSON.stringify({ __type: code, Message: message })),
  };
}

function replaced(bodies: (body: Buffer) => Buffer[]): Fault {
  const random = new Random(1);
  return async exchange => {
    const { body, ...answer } = await exchange.forward();
    return { ...answer, status: 200, body: random.pick(bodies(body)) };
  };
}

/** Faults of AWS and of the network between, as they look on the wire. */
export const faults = {
  none: (): Fault => exchange => exchange.forward(),

  throttled: (share: number): Fault => {
    const random = new Random(1);
    return async exchange =>
      random.chance(share)
        ? refusal('ThrottlingException', 'Rate exceeded')
        : exchange.forward();
  },

  slow: (milliseconds: number): Fault => {
    return async exchange => {
      await sleep(milliseconds);
      return exchange.forward();
    };
  },

  /** Half of the connections end before the request arrives, half before its answer does. */
  reset: (): Fault => {
    const random = new Random(1);
    return async exchange => {
      if (random.chance(0.5)) {
        await exchange.forward();
      }
      return 'reset';
    };
  },

  /** Requests arrive; their answers come as something else. */
  malformed: (): Fault =>
    replaced(body => [
      body.subarray(0, body.length / 2),
      Buffer.from('<html><body>Bad gateway</body></html>'),
      Buffer.from([0xff, 0xfe, 0x00]),
      Buffer.from('{"a": '),
    ]),

  /** Requests arrive; their answers are JSON, but not Glue's. */
  misshapen: (): Fault =>
    replaced(() =>
      [
        'null',
        '[]',
        '{}',
        '""',
        '{"Workflows": "none", "Runs": "none", "Run": "none"}',
        '{"Workflows": [{}], "Runs": [{}], "Run": {}}',
        '{"Workflows": [null], "Runs": [null], "Run": null, "RunId": 1}',
      ].map(text => Buffer.from(text)),
    ),

  expiredCredentials: (): Fault => async () =>
    refusal(
      'ExpiredTokenException',
      'The security token included in the request is expired',
    ),

  /** AWS's clock differs from ours. */
  skewed: (milliseconds: number): Fault => {
    return async exchange => {
      const [, ...time] =
        /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/
          .exec(String(exchange.headers['x-amz-date']))
          ?.map(Number) ?? [];
      const [year, month, ...rest] = time;
      const signedAt = Date.UTC(year, month - 1, ...rest);
      const now = new Date(Date.now() + milliseconds);
      if (Math.abs(now.getTime() - signedAt) > VALID_MS) {
        return refusal(
          'InvalidSignatureException',
          'Signature expired: it is now earlier than five minutes ago',
          now,
        );
      }
      const answer = await exchange.forward();
      const headers = { ...answer.headers, date: now.toUTCString() };
      return { ...answer, headers };
    };
  },
} satisfies Record<string, (...args: any[]) => Fault>;

/** Stands between the portal and an AWS endpoint, and does to each request what `fault` says. */
export class FaultProxy {
  fault: Fault = faults.none();

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async start(target: string): Promise<FaultProxy> {
    const server = createServer();
    const proxy = new FaultProxy(server, new URL(target));
    server.on('request', (asked, response) =>
      proxy.handle(asked, response).catch(() => asked.socket.destroy()),
    );
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get url() {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close() {
    this.server.closeAllConnections();
    await new Promise(resolve => {
      this.server.close(resolve);
    });
  }

  private async handle(asked: IncomingMessage, response: ServerResponse) {
    const body = await bytesOf(asked);
    const answer = await this.fault({
      headers: asked.headers,
      forward: () => this.forward(asked, body),
    });
    if (answer === 'reset') {
      asked.socket.resetAndDestroy();
      return;
    }
    const { 'content-length': _, connection, ...headers } = answer.headers;
    response.writeHead(answer.status, headers);
    response.end(answer.body);
  }

  private forward(asked: IncomingMessage, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: this.target.hostname,
          port: this.target.port,
          method: asked.method,
          path: asked.url,
          headers: asked.headers,
        },
        async answer =>
          resolve({
            status: answer.statusCode ?? 502,
            headers: answer.headers,
            body: await bytesOf(answer),
          }),
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
