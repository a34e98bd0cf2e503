import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

/** Speaks AWS JSON 1.1 over one connection, with nothing between that would be measured too. */
export class GlueClient {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(url: string) {
    this.#url = url;
  }

  /** Rejects when the answer is an error. */
  async call<Output = any>(
    operation: string,
    input: Record<string, unknown>,
  ): Promise<Output> {
    const { status, body } = await this.#send(operation, JSON.stringify(input));
    if (status !== 200) throw new Error(`${operation}: ${status} ${body}`);
    return JSON.parse(body);
  }

  /** Milliseconds from sending the request to having the whole answer. */
  async time(
    operation: string,
    input: Record<string, unknown>,
  ): Promise<number> {
    const text = JSON.stringify(input);
    const from = performance.now();
    const { status, body } = await this.#send(operation, text);
    const took = performance.now() - from;
    if (status !== 200) throw new Error(`${operation}: ${status} ${body}`);
    return took;
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(
    operation: string,
    text: string,
  ): Promise<{ status?: number; body: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(
        this.#url,
        {
          method: 'POST',
          agent: this.#agent,
          headers: {
            'content-type': 'application/x-amz-json-1.1',
            'content-length': Buffer.byteLength(text),
            'x-amz-target': `AWSGlue.${operation}`,
          },
        },
        response => {
          const chunks: Buffer[] = [];
          response.on('data', chunk => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode,
              body: Buffer.concat(chunks).toString(),
            }),
          );
          response.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(text);
    });
  }
}
