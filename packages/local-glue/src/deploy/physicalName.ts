import { randomInt } from 'node:crypto';

/*
 * Names that CloudFormation gives to what a template does not name. Each type
 * has one of two forms, both written down in `IdentifierUtils` of the
 * CloudFormation CLI's Java plugin, which resource types make their names
 * with: with the stack's name and without it. "Name type" of the
 * CloudFormation user guide shows the first, for a bucket.
 */

const alphabet =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const endLength = 12;

/** Another one each time, so that what replaces a resource can be made beside it. */
function randomEnd(): string {
  return Array.from(
    { length: endLength },
    () => alphabet[randomInt(alphabet.length)],
  ).join('');
}

/**
 * `<logical id>-<12 letters and digits>`, 40 characters at most unless the
 * type says otherwise: Glue's resources and secrets. The CDK takes the name of
 * a secret apart by that (`secretName` of a secret without one).
 */
export function nameByLogicalId(logicalId: string): string {
  return `${logicalId.slice(0, 40 - endLength - 1)}-${randomEnd()}`;
}

/**
 * `<stack>-<logical id>-<12 letters and digits>`. What is too long for
 * `maximum` is cut off the stack's name and the logical id alike, unless one
 * of them leaves room for the other.
 */
export function nameByStack(
  stack: string,
  logicalId: string,
  maximum: number,
  end: string = randomEnd(),
): string {
  const room = maximum - end.length - 2;
  const forId = Math.min(
    logicalId.length,
    Math.max(room - stack.length, Math.ceil(room / 2)),
  );
  const head = stack.slice(0, room - forId);
  return `${head}-${logicalId.slice(0, forId)}-${end}`;
}

/**
 * The same where a service has lower case, digits and single hyphens only:
 * buckets ("General purpose bucket naming rules", S3 user guide) and Redshift
 * clusters (`ClusterIdentifier`, CreateCluster).
 */
export function lowerCaseNameByStack(stack: string, logicalId: string): string {
  return nameByStack(stack, logicalId, 63)
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
    .replace(/^-+/, '')
    .replace(/-{2,}/g, '-');
}
