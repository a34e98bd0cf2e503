export interface Operation {
  action: string;
  /** What else AWS wants allowed for it. */
  alsoAllow?: readonly string[];
  part: string;
  resource: string | readonly string[];
}

/** What is said of the account in the policies: to be replaced by whoever uses them. */
export const ACCOUNT = '123456789012';

/** The statements that allow operations, one for each part and what it is called on. */
export function iamPolicy(operations: Record<string, Operation>) {
  const statements = new Map<
    string,
    { part: string; actions: Set<string>; resources: string[] }
  >();
  for (const operation of Object.values(operations)) {
    const { action, alsoAllow = [], part, resource } = operation;
    const resources = [resource].flat().map(name => arnOf(action, name));
    const key = JSON.stringify([part, resources]);
    const statement = statements.get(key) ?? {
      part,
      actions: new Set(),
      resources,
    };
    [action, ...alsoAllow].forEach(each => statement.actions.add(each));
    statements.set(key, statement);
  }
  const parts = [...statements.values()].map(({ part }) => part);
  return {
    Version: '2012-10-17',
    Statement: [...statements.values()].map(
      ({ part, actions, resources }, i) => ({
        // IAM wants names of their own: several statements of one part are counted.
        Sid:
          parts.filter(other => other === part).length > 1
            ? `${part}${parts.slice(0, i + 1).filter(other => other === part).length}`
            : part,
        Effect: 'Allow',
        Action: oneOrMany([...actions].sort()),
        Resource: oneOrMany(resources),
      }),
    ),
  };
}

function arnOf(action: string, resource: string) {
  const [service] = action.split(':');
  if (resource === '*') {
    return '*';
  }
  return service === 's3'
    ? `arn:aws:s3:::${resource}`
    : `arn:aws:${service}:*:${ACCOUNT}:${resource}`;
}

function oneOrMany<T>(values: T[]) {
  return values.length === 1 ? values[0] : values;
}
