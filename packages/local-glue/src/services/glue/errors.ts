import { AwsError } from '../../base/AwsError';

/** The request breaks a rule of the API. `message` names the member and the rule. */
export function invalidInput(message: string): AwsError {
  return new AwsError('InvalidInputException', message);
}

/** @param what - e.g. `Workflow` */
export function entityNotFound(what: string, name: string): AwsError {
  return new AwsError(
    'EntityNotFoundException',
    `${what} ${name} does not exist.`,
  );
}

export function alreadyExists(what: string, name: string): AwsError {
  return new AwsError(
    'AlreadyExistsException',
    `${what} ${name} already exists.`,
  );
}

export function concurrentRunsExceeded(
  what: string,
  name: string,
  limit: number,
): AwsError {
  return new AwsError(
    'ConcurrentRunsExceededException',
    `${what} ${name} already has ${limit} active run${
      limit === 1 ? '' : 's'
    }, its MaxConcurrentRuns. Wait for one to end, or raise the limit.`,
  );
}

export function crawlerRunning(name: string): AwsError {
  return new AwsError(
    'CrawlerRunningException',
    `Crawler ${name} is running. Wait for it to end, or stop it.`,
  );
}
