import { ThrottledError, toBackstageError } from './glueErrors';

const call = {
  operation: 'StartWorkflowRun',
  subject: "workflow 'covid-hiring'",
  partition: 'aws',
  accountId: '123456789012',
  region: 'eu-west-1',
};

function sdkError(name: string, message = 'why', status?: number) {
  return Object.assign(new Error(message), {
    name,
    $metadata: { httpStatusCode: status },
  });
}

function nodeError(code: string) {
  return Object.assign(new Error(`connect ${code}`), { code });
}

describe('toBackstageError', () => {
  it.each([
    [
      sdkError('EntityNotFoundException', 'x', 400),
      'NotFoundError',
      "AWS Glue has no workflow 'covid-hiring' in account 123456789012, region eu-west-1",
    ],
    [
      sdkError('ConcurrentRunsExceededException', 'x', 400),
      'ConflictError',
      'Wait until one has ended',
    ],
    [
      sdkError('IllegalWorkflowStateException', 'is being deleted', 400),
      'ConflictError',
      'is being deleted',
    ],
    [
      sdkError('InvalidInputException', 'bad key', 400),
      'InputError',
      "AWS Glue rejects StartWorkflowRun for workflow 'covid-hiring': bad key",
    ],
    [
      sdkError('AccessDeniedException', 'no', 400),
      'NotAllowedError',
      'may not call glue:StartWorkflowRun',
    ],
    [
      sdkError('Error', 'There is no AWS integration that matches 1.'),
      'NotAllowedError',
      'Add the account to aws.accounts',
    ],
    [
      sdkError('ExpiredTokenException', 'old', 400),
      'NotAllowedError',
      "does not accept the portal's credentials",
    ],
    [
      sdkError('CredentialsProviderError', 'none'),
      'NotAllowedError',
      "does not accept the portal's credentials",
    ],
    [
      sdkError('ThrottlingException', 'Rate exceeded', 400),
      'ServiceUnavailableError',
      'AWS throttles StartWorkflowRun',
    ],
    [
      sdkError('Unknown', 'slow', 429),
      'ServiceUnavailableError',
      'AWS throttles StartWorkflowRun',
    ],
    [
      nodeError('ECONNREFUSED'),
      'ServiceUnavailableError',
      'Cannot reach AWS Glue in region eu-west-1 (ECONNREFUSED)',
    ],
    [
      sdkError('TimeoutError', 'late'),
      'ServiceUnavailableError',
      'Cannot reach AWS Glue in region eu-west-1 (TimeoutError)',
    ],
    [
      sdkError('InternalServiceException', 'oops', 500),
      'ServiceUnavailableError',
      'could not answer StartWorkflowRun',
    ],
    [sdkError('Odd', 'strange', 418), 'InputError', 'Odd: strange'],
    [new TypeError('strange'), 'ServiceUnavailableError', 'TypeError: strange'],
    ['a text', 'ServiceUnavailableError', 'a text'],
  ])('%s becomes %s', (error, name, message) => {
    const mapped = toBackstageError(error, call);
    expect(mapped.name).toBe(name);
    expect(mapped.message).toContain(message);
  });

  it('names the configured endpoint', () => {
    const mapped = toBackstageError(nodeError('ECONNREFUSED'), {
      ...call,
      endpoint: 'http://127.0.0.1:4566',
    });
    expect(mapped.message).toContain(
      'Cannot reach the Glue endpoint http://127.0.0.1:4566 (ECONNREFUSED)',
    );
  });

  it('tells throttling apart, for the collector', () => {
    expect(
      toBackstageError(sdkError('ThrottlingException'), call),
    ).toBeInstanceOf(ThrottledError);
    expect(
      toBackstageError(nodeError('ECONNREFUSED'), call),
    ).not.toBeInstanceOf(ThrottledError);
  });
});
