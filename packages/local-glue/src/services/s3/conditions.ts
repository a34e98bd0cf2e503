import { AwsError } from '../../base/AwsError';
import { preconditionFailed } from '../../buckets/errors';

/** Conditional headers by their names without `x-amz-copy-source-`, in lower case. */
export interface Conditions {
  'if-match'?: string;
  'if-none-match'?: string;
  'if-modified-since'?: string;
  'if-unmodified-since'?: string;
}

export type Verdict = 'proceed' | 'not-modified';

/**
 * Whether an object may be read under the conditions, in the order of RFC 9110,
 * section 13.2.2: a date counts only where no entity tag was given.
 * Throws PreconditionFailed.
 */
export function checkReadConditions(
  conditions: Conditions,
  object: { etag: string; lastModified: Date },
): Verdict {
  const {
    'if-match': match,
    'if-none-match': noneMatch,
    'if-modified-since': modifiedSince,
    'if-unmodified-since': unmodifiedSince,
  } = conditions;
  // HTTP dates have no fractions of a second.
  const modified = Math.floor(object.lastModified.getTime() / 1000) * 1000;
  if (match !== undefined) {
    if (!matches(match, object.etag)) throw preconditionFailed('If-Match');
  } else if (unmodifiedSince !== undefined) {
    if (modified > Date.parse(unmodifiedSince)) {
      throw preconditionFailed('If-Unmodified-Since');
    }
  }
  if (noneMatch !== undefined) {
    if (matches(noneMatch, object.etag)) return 'not-modified';
  } else if (modifiedSince !== undefined) {
    if (modified <= Date.parse(modifiedSince)) return 'not-modified';
  }
  return 'proceed';
}

/**
 * Whether an object may be written over what is there (or over nothing).
 * Throws PreconditionFailed; NoSuchKey for If-Match without an object.
 */
export function checkWriteConditions(
  conditions: Pick<Conditions, 'if-match' | 'if-none-match'>,
  existing: { etag: string } | undefined,
): void {
  const match = conditions['if-match'];
  const noneMatch = conditions['if-none-match'];
  if (match !== undefined) {
    if (!existing) {
      throw new AwsError(
        'NoSuchKey',
        'If-Match was given, but there is no such object',
        404,
      );
    }
    if (!matches(match, existing.etag)) throw preconditionFailed('If-Match');
  }
  if (noneMatch !== undefined && existing) {
    if (matches(noneMatch, existing.etag)) {
      throw preconditionFailed('If-None-Match');
    }
  }
}

function matches(list: string, etag: string): boolean {
  return list
    .split(',')
    .map(tag => tag.trim().replace(/^W\//, '').replace(/^"|"$/g, ''))
    .some(tag => tag === '*' || tag === etag);
}
