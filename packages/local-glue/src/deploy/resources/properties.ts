/**
 * CloudFormation takes numbers and booleans written as text; the services do
 * not. Converts the named properties where they are text, leaves others alone.
 */
export function typed(
  properties: Record<string, unknown>,
  types: {
    numbers?: readonly string[];
    booleans?: readonly string[];
  },
): Record<string, unknown> {
  const result = { ...properties };
  for (const name of types.numbers ?? []) {
    const value = result[name];
    if (typeof value === 'string' && value.trim() !== '') {
      result[name] = Number(value);
    }
  }
  for (const name of types.booleans ?? []) {
    const value = result[name];
    if (value === 'true' || value === 'false') result[name] = value === 'true';
  }
  return result;
}

/** The properties without the named ones. */
export function without(
  properties: Record<string, unknown>,
  ...names: string[]
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).filter(([name]) => !names.includes(name)),
  );
}

/** Member names in the lower camel case of newer services: `{DbName}` to `{dbName}`, at every depth. */
export function lowerCamelCase(value: unknown): unknown {
  return renameMembers(value, name => name[0].toLowerCase() + name.slice(1));
}

/** Member names in the upper camel case of CloudFormation: `{dbName}` to `{DbName}`, at every depth. */
export function upperCamelCase(value: unknown): unknown {
  return renameMembers(value, name => name[0].toUpperCase() + name.slice(1));
}

function renameMembers(
  value: unknown,
  rename: (name: string) => string,
): unknown {
  if (Array.isArray(value)) {
    return value.map(item => renameMembers(item, rename));
  }
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        rename(name),
        renameMembers(member, rename),
      ]),
    );
  }
  return value;
}

/** Nested attributes by their dotted names: `{Endpoint: {Port: 5439}}` to `{'Endpoint.Port': 5439}`. */
export function dotted(
  value: Record<string, unknown>,
  prefix: string = '',
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const path = prefix ? `${prefix}.${name}` : name;
    result[path] = member;
    const isStructure =
      member !== null &&
      typeof member === 'object' &&
      !Array.isArray(member) &&
      !(member instanceof Date);
    if (isStructure) {
      Object.assign(result, dotted(member as Record<string, unknown>, path));
    }
  }
  return result;
}

/**
 * What an update has to say about properties that the template no longer has:
 * an operation leaves alone what its request does not mention.
 * @param empty - what stands for "none", by property
 */
export function removed(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
  empty: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(empty).filter(
      ([name]) => before[name] !== undefined && now[name] === undefined,
    ),
  );
}
