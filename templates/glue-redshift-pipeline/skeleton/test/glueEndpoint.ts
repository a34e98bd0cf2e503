import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { GlueClient } from '@aws-sdk/client-glue';

/** Answers an operation of Glue; `__type` makes the answer an error of that name. */
export type Answer = (operation: string, input: any) => object;

/** Glue's protocol on a port of this machine, for the client that the scripts use. */
export async function glueEndpoint(answer: Answer) {
  const server = createServer(async (request, response) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1]!;
    const body = answer(operation, JSON.parse(await text(request)));
    response.writeHead('__type' in body ? 400 : 200, {
      'content-type': 'application/x-amz-json-1.1',
    });
    response.end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const glue = new GlueClient({
    region: 'eu-west-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  });
  return {
    glue,
    close() {
      glue.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
