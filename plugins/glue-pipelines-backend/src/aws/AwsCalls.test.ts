import { GlueClient } from '@aws-sdk/client-glue';
import { mockServices } from '@backstage/backend-test-utils';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { CallOutcome } from '@glue-pipelines/backstage-plugin-common';
import { AwsCalls } from './AwsCalls';
import { AwsClients } from './AwsClients';
import { FinishedCall } from './callOutcome';

const LOCATION = {
  partition: 'aws',
  accountId: '000000000000',
  region: 'us-east-1',
};

const sdkError = (name: string, httpStatusCode = 400) =>
  Object.assign(new Error('x'), { name, $metadata: { httpStatusCode } });

describe('AwsCalls', () => {
  const clients = new AwsClients({
    endpoint: 'http://127.0.0.1:9',
    credentials: DefaultAwsCredentialsManager.fromConfig(
      mockServices.rootConfig({
        data: {
          aws: {
            accounts: [
              {
                accountId: LOCATION.accountId,
                accessKeyId: 'test',
                secretAccessKey: 'test',
              },
            ],
          },
        },
      }),
    ),
  });
  afterAll(() => clients.close());

  it.each<[CallOutcome, string, Error | undefined]>([
    ['ok', 'an answer', undefined],
    ['throttled', 'throttling', sdkError('ThrottlingException')],
    ['denied', 'a role without the action', sdkError('AccessDeniedException')],
    ['denied', 'a token that ended', sdkError('ExpiredTokenException')],
    ['not-found', 'a missing workflow', sdkError('EntityNotFoundException')],
    [
      'unreachable',
      'no connection',
      Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
    ],
    ['error', 'a fault of AWS', sdkError('InternalServiceException', 500)],
    ['error', 'a wrong value', sdkError('InvalidInputException')],
    ['error', 'a fault of our own', new TypeError('x')],
  ])('tells %s of %s, once', async (outcome, _, error) => {
    for (const kind of ['reading', 'starting'] as const) {
      const told: FinishedCall[] = [];
      const calls = new AwsCalls(clients, call => told.push(call));
      const answer = await calls[kind](
        {
          client: GlueClient,
          location: LOCATION,
          operation: 'GetWorkflowRun',
          subject: "workflow 'covid-hiring'",
        },
        async () => {
          if (error) {
            throw error;
          }
          return 'answer';
        },
      ).catch(thrown => thrown);
      expect(answer instanceof Error).toBe(error !== undefined);
      expect(told).toEqual([
        {
          location: LOCATION,
          operation: 'GetWorkflowRun',
          outcome,
          seconds: expect.any(Number),
        },
      ]);
    }
  });
});
