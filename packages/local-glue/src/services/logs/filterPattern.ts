import { AwsError } from '../../base/AwsError';

/**
 * Whether a message matches, for patterns of unstructured log events
 * (CloudWatch Logs document "Filter pattern syntax for metric filters"):
 * every plain term, none of the `-excluded`, and at least one of the
 * `?optional` ones; `"quoted phrases"` count as one term; case matters.
 * Throws InvalidParameterException for patterns of JSON or space-delimited
 * events and for regular expressions.
 */
export function filterPattern(
  pattern: string = '',
): (message: string) => boolean {
  const text = pattern.trim();
  if (/^[{[%]/.test(text)) {
    throw new AwsError(
      'InvalidParameterException',
      `local-glue does not support the filter pattern ${text}: use terms and "quoted phrases".`,
    );
  }
  const required: string[] = [];
  const excluded: string[] = [];
  const optional: string[] = [];
  for (const match of text.matchAll(/([-?]?)(?:"((?:[^"\\]|\\.)*)"|(\S+))/g)) {
    const term = match[2]?.replace(/\\(.)/g, '$1') ?? match[3];
    if (match[1] === '-') excluded.push(term);
    else if (match[1] === '?') optional.push(term);
    else required.push(term);
  }
  return message =>
    required.every(term => message.includes(term)) &&
    !excluded.some(term => message.includes(term)) &&
    (optional.length === 0 || optional.some(term => message.includes(term)));
}
