import { createHash } from 'node:crypto';

/**
 * The name of a resource that the template does not name:
 * `<stack>-<logical id>-<hash>`, at most `maximum` characters, always the same
 * for the same resource (CloudFormation's own end in random characters).
 */
export function physicalName(
  stack: string,
  logicalId: string,
  maximum: number,
): string {
  const hash = createHash('sha256')
    .update(`${stack}\n${logicalId}`)
    .digest('hex')
    .slice(0, 12);
  const room = maximum - hash.length - 1;
  // The logical id tells siblings apart: the stack's name yields first.
  const tail = logicalId.slice(0, Math.min(24, room - 2));
  const head = stack.slice(0, Math.max(0, room - tail.length - 1));
  return [head, tail, hash].filter(part => part !== '').join('-');
}

/**
 * The same for an S3 bucket: lower case, digits, hyphens, at most 63
 * characters ("General purpose bucket naming rules", S3 user guide).
 */
export function physicalBucketName(stack: string, logicalId: string): string {
  return physicalName(stack, logicalId, 63)
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
    .replace(/^-+/, '')
    .replace(/-{2,}/g, '-');
}
