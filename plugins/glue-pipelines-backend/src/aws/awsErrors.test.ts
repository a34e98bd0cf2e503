import {
  detailsOf,
  FailedCall,
  remedyOf,
  ThrottledError,
  toBackstageError,
} from './awsErrors';

const call: FailedCall = {
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
      'EntityNotFoundException',
      sdkError('EntityNotFoundException', 'x', 400),
      'NotFoundError',
      "AWS Glue has no workflow 'covid-hiring' in account 123456789012, region eu-west-1",
    ],
    [
      'ConcurrentRunsExceededException',
      sdkError('ConcurrentRunsExceededException', 'x', 400),
      'ConflictError',
      'Wait until one has ended',
    ],
    [
      'IllegalWorkflowStateException',
      sdkError('IllegalWorkflowStateException', 'is being deleted', 400),
      'ConflictError',
      'when the workflow is not being changed',
    ],
    [
      'InvalidInputException',
      sdkError('InvalidInputException', 'bad key', 400),
      'InputError',
      "AWS Glue rejects StartWorkflowRun for workflow 'covid-hiring': it does not take one of the values",
    ],
    [
      'AccessDeniedException',
      sdkError('AccessDeniedException', 'no', 400),
      'NotAllowedError',
      'may not call glue:StartWorkflowRun',
    ],
    [
      'Error',
      sdkError('Error', 'There is no AWS integration that matches 1.'),
      'NotAllowedError',
      'Add the account to aws.accounts',
    ],
    [
      'ExpiredTokenException',
      sdkError('ExpiredTokenException', 'old', 400),
      'NotAllowedError',
      "does not accept the portal's credentials",
    ],
    [
      'CredentialsProviderError',
      sdkError('CredentialsProviderError', 'none'),
      'NotAllowedError',
      "does not accept the portal's credentials",
    ],
    [
      'ThrottlingException',
      sdkError('ThrottlingException', 'Rate exceeded', 400),
      'ServiceUnavailableError',
      'AWS throttles StartWorkflowRun',
    ],
    [
      'Unknown',
      sdkError('Unknown', 'slow', 429),
      'ServiceUnavailableError',
      'AWS throttles StartWorkflowRun',
    ],
    [
      'what the SDK wraps',
      new Error('AWS SDK error wrapper for Error: connect ECONNREFUSED ::1'),
      'ServiceUnavailableError',
      'Cannot reach AWS Glue in region eu-west-1 (ECONNREFUSED)',
    ],
    [
      'ECONNREFUSED',
      nodeError('ECONNREFUSED'),
      'ServiceUnavailableError',
      'Cannot reach AWS Glue in region eu-west-1 (ECONNREFUSED)',
    ],
    [
      'TimeoutError',
      sdkError('TimeoutError', 'late'),
      'ServiceUnavailableError',
      'Cannot reach AWS Glue in region eu-west-1 (TimeoutError)',
    ],
    [
      'InternalServiceException',
      sdkError('InternalServiceException', 'oops', 500),
      'ServiceUnavailableError',
      'could not answer StartWorkflowRun',
    ],
    ['Odd', sdkError('Odd', 'strange', 418), 'InputError', '(Odd)'],
    [
      'TypeError',
      new TypeError('strange'),
      'ServiceUnavailableError',
      'failed unexpectedly',
    ],
    ['a text', 'a text', 'ServiceUnavailableError', 'failed unexpectedly'],
  ])('%s, case %#', (_, error, name, message) => {
    const mapped = toBackstageError(error, call);
    expect(mapped.name).toBe(name);
    expect(mapped.message).toContain(message);
  });

  it.each([
    ['AccessDeniedException', 400],
    ['InvalidInputException', 400],
    ['IllegalWorkflowStateException', 400],
    ['ExpiredTokenException', 400],
    ['InternalServiceException', 500],
    ['Odd', 418],
    ['Odd', undefined],
  ])('keeps the words of AWS for the log: %s', (name, status) => {
    const words =
      'User: arn:aws:sts::123456789012:assumed-role/portal/session is not authorized';
    const mapped = toBackstageError(sdkError(name, words, status), call);
    expect(mapped.message).not.toContain('portal/session');
    expect(JSON.stringify({ ...mapped })).not.toContain('portal/session');
    expect(detailsOf(mapped)).toContain(`${name}: ${words}`);
  });

  it('tells readers nothing of an error that nobody has put into words', () => {
    const error = new Error('insert into "runs" failed at db.internal');
    expect(remedyOf(error)).toBe(
      'The portal could not read the workflow. Its log says why',
    );
    const worded = toBackstageError(sdkError('ThrottlingException'), call);
    expect(remedyOf(worded)).toBe(worded.message);
  });

  it('names the setting of the endpoint, not the endpoint', () => {
    const mapped = toBackstageError(nodeError('ECONNREFUSED'), {
      ...call,
      endpoint: 'http://127.0.0.1:4566',
    });
    expect(mapped.message).toContain(
      'Cannot reach the Glue endpoint that gluePipelines.aws.endpoint names (ECONNREFUSED)',
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
