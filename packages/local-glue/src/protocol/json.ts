import { AwsError } from '../base/AwsError';
import { Service } from './operation';

/**
 * Writes an operation's output as AWS JSON 1.0/1.1 does: timestamps are epoch
 * seconds with fractions unless the service's model says otherwise, absent
 * members are left out, blobs are base64.
 */
export function writeJson(
  output: unknown,
  timestampFormat: Service['timestampFormat'] = 'epoch-seconds',
): string {
  return JSON.stringify(toWire(output ?? {}, timestampFormat));
}

function toWire(
  value: unknown,
  timestampFormat: Service['timestampFormat'],
): unknown {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Date) {
    return timestampFormat === 'date-time'
      ? value.toISOString()
      : value.getTime() / 1000;
  }
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value))
    return value.map(item => toWire(item, timestampFormat));
  if (value !== null && typeof value === 'object') {
    // Without a prototype: a member may be named "__proto__".
    const wire: Record<string, unknown> = Object.create(null);
    for (const [name, member] of Object.entries(value)) {
      if (member !== undefined && member !== null) {
        wire[name] = toWire(member, timestampFormat);
      }
    }
    return wire;
  }
  return value;
}

/** Reads the body of an AWS JSON request; an empty body is an empty input. */
export function readJson(body: Buffer): Record<string, unknown> {
  const text = body.toString('utf8');
  if (text.trim() === '') return {};
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    throw new AwsError(
      'SerializationException',
      `The request body is not JSON: ${(error as Error).message}`,
    );
  }
  if (input === null || typeof input !== 'object' || Array.isArray(input)) {
    throw new AwsError(
      'SerializationException',
      'The request body must be a JSON object',
    );
  }
  return input as Record<string, unknown>;
}

/**
 * The body of an error in AWS JSON. Services disagree on the case of the
 * message member (Glue writes `Message`), clients accept either: both are set.
 */
export function writeJsonError(error: AwsError): string {
  return JSON.stringify({
    __type: error.code,
    message: error.message,
    Message: error.message,
  });
}
