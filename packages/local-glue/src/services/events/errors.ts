import { AwsError } from '../../base/AwsError';

export function noSuchRule(name: string): AwsError {
  return new AwsError(
    'ResourceNotFoundException',
    `Rule ${name} does not exist on EventBus default.`,
  );
}

export function invalidPattern(reason: string): AwsError {
  return new AwsError(
    'InvalidEventPatternException',
    `Event pattern is not valid. Reason: ${reason}`,
  );
}

/** For what AWS would take and local-glue cannot do; `remedy` is a sentence. */
export function unsupported(what: string, remedy: string): AwsError {
  return new AwsError(
    'ValidationException',
    `local-glue does not support ${what}. ${remedy}`,
  );
}
