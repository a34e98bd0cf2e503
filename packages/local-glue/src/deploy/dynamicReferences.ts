import { DeployError } from './DeployError';

const reference =
  /\{\{resolve:([a-z-]+):((?:arn:[^:}]*:[^:}]*:[^:}]*:[^:}]*:[^:}]*:)?[^:}]*)([^}]*)\}\}/g;

/** Reads the text of a secret, given its name or ARN. */
export type ReadSecret = (
  secretId: string,
  version: { stage?: string; id?: string },
) => Promise<string>;

/**
 * Replaces `{{resolve:secretsmanager:<id>:SecretString:<key>:<stage>:<version>}}`
 * in every string of `value`, as CloudFormation does when it calls the service
 * that a property belongs to ("Get a secret or secret value from Secrets
 * Manager", CloudFormation user guide). Throws `DeployError` for other kinds
 * of dynamic reference and for keys that the secret does not have.
 */
export async function resolveDynamicReferences<Value>(
  value: Value,
  readSecret: ReadSecret,
): Promise<Value> {
  return (await walk(value, readSecret)) as Value;
}

async function walk(value: unknown, readSecret: ReadSecret): Promise<unknown> {
  if (typeof value === 'string') return replaceIn(value, readSecret);
  if (Array.isArray(value)) {
    return Promise.all(value.map(item => walk(item, readSecret)));
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(
      async ([name, member]) => [name, await walk(member, readSecret)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  }
  return value;
}

async function replaceIn(
  text: string,
  readSecret: ReadSecret,
): Promise<string> {
  let result = '';
  let end = 0;
  for (const match of text.matchAll(reference)) {
    const [whole, service, secretId, rest] = match;
    result += text.slice(end, match.index);
    result += await secretValue(whole, service, secretId, rest, readSecret);
    end = match.index + whole.length;
  }
  return result + text.slice(end);
}

async function secretValue(
  whole: string,
  service: string,
  secretId: string,
  rest: string,
  readSecret: ReadSecret,
): Promise<string> {
  if (service !== 'secretsmanager') {
    throw new DeployError(
      `${whole} reads from ${service}, of which local-glue has none; use Secrets Manager`,
    );
  }
  const [, , key, stage, id] = rest.split(':');
  const secret = await readSecret(secretId, {
    stage: stage || undefined,
    id: id || undefined,
  });
  if (!key) return secret;
  let members: Record<string, unknown>;
  try {
    members = JSON.parse(secret);
  } catch {
    throw new DeployError(
      `the secret ${secretId} is not JSON, so it has no key "${key}"`,
    );
  }
  const value = members?.[key];
  if (value === undefined) {
    throw new DeployError(`the secret ${secretId} has no key "${key}"`);
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
