import { Agent, request } from 'node:http';
import { FuzzedRequest } from './RequestGenerator';

export interface RawAnswer {
  status: number;
  contentType?: string;
  allow?: string;
  text: string;
}

/** Sends a request byte by byte as it is: clients for people mend what is wrong with it. */
export function sendRaw(
  agent: Agent,
  base: URL,
  { method, path, headers, body }: FuzzedRequest,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: base.hostname,
        port: base.port,
        method,
        path: `${base.pathname}${path}`,
        headers: {
          ...headers,
          ...(body &&
            !headers['transfer-encoding'] && {
              'content-length': String(body.length),
            }),
        },
      },
      answer => {
        const chunks: Buffer[] = [];
        answer.on('data', chunk => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            contentType: answer.headers['content-type'],
            allow: answer.headers.allow,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
