import type { RequestListener } from 'node:http';
import { startHttp } from '../__testUtils__/startHttp';
import { deployLocally } from './deployLocally';

async function deploy(listener: RequestListener) {
  const server = await startHttp(listener);
  const log: string[] = [];
  try {
    await deployLocally(server.url, '/apps/orders/cdk.out', line =>
      log.push(line),
    );
  } finally {
    await server.close();
  }
  return log;
}

const answer =
  (...lines: object[]): RequestListener =>
  (_, response) => {
    response.end(lines.map(line => `${JSON.stringify(line)}\n`).join(''));
  };

describe('deployLocally', () => {
  it('tells the progress and what was left out', async () => {
    const log = await deploy(
      answer(
        { type: 'asset', location: 's3://assets/a.py', action: 'published' },
        { type: 'stack', stack: 'a-workflow', action: 'deploying' },
        {
          type: 'resource',
          stack: 'a-workflow',
          logicalId: 'W',
          resourceType: 'AWS::Glue::Workflow',
          physicalId: 'a',
          action: 'created',
        },
        {
          type: 'resource',
          stack: 'a-workflow',
          logicalId: 'D',
          resourceType: 'AWS::Glue::Database',
          physicalId: 'a',
          action: 'unchanged',
        },
        {
          type: 'result',
          ok: true,
          stacks: [],
          leftOut: [
            { stack: 'a', logicalId: 'V', resourceType: 'AWS::EC2::VPC' },
            { stack: 'a', logicalId: 'X', resourceType: 'AWS::EC2::VPC' },
          ],
        },
      ),
    );
    expect(log).toEqual([
      'published s3://assets/a.py',
      'deploying stack a-workflow',
      'created AWS::Glue::Workflow a',
      'Left out, because they have no meaning on this machine: AWS::EC2::VPC',
    ]);
  });

  it('sends the folder as JSON', async () => {
    let body = '';
    await deploy((request, response) => {
      request.on('data', chunk => {
        body += chunk;
      });
      request.on('end', () =>
        response.end(JSON.stringify({ type: 'result', ok: true })),
      );
    });
    expect(JSON.parse(body)).toEqual({ directory: '/apps/orders/cdk.out' });
  });

  it.each<[string, RequestListener, string]>([
    [
      'the deployment fails',
      answer({ type: 'result', ok: false, message: 'The workflow exists' }),
      'failed: The workflow exists',
    ],
    [
      'the server ends in between',
      answer({ type: 'stack', stack: 'a', action: 'deploying' }),
      'ended during the deployment',
    ],
    [
      'the server refuses',
      (_, response) => {
        response.statusCode = 415;
        response.end(JSON.stringify({ Message: 'Send JSON' }));
      },
      'refused the deployment (415): Send JSON',
    ],
  ])('fails when %s', async (_, listener, message) => {
    await expect(deploy(listener)).rejects.toThrow(message);
  });

  it('says what to do when there is no server', async () => {
    const server = await startHttp(() => {});
    await server.close();
    await expect(
      deployLocally(server.url, '/apps/orders/cdk.out', () => {}),
    ).rejects.toThrow('start it with "yarn local-glue serve"');
  });
});
