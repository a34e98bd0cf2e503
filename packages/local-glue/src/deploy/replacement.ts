import { isDeepStrictEqual } from 'node:util';
import { DeployError } from './DeployError';
import { updateBehaviours } from './updateBehaviours';

type Properties = Record<string, unknown>;

/** The name that a template gives a resource, if it does. */
export function givenName(
  type: string,
  properties: Properties,
): string | undefined {
  return updateBehaviours[type].names
    .map(path => valueAt(properties, path))
    .find((name): name is string => typeof name === 'string' && name !== '');
}

/**
 * Whether a resource has to be replaced to have new properties. Throws
 * `DeployError` where the template gives it the name that it has already:
 * CloudFormation makes the new one first, and could not beside the old one
 * ("Name type", CloudFormation user guide).
 */
export function isReplacement(
  type: string,
  existing: { name: string; properties: Properties },
  now: Properties,
): boolean {
  const before = existing.properties;
  const { names, isNameRequired, createOnly } = updateBehaviours[type];
  const changed = [...names, ...createOnly].filter(
    path =>
      !isDeepStrictEqual(
        asText(valueAt(before, path)),
        asText(valueAt(now, path)),
      ),
  );
  if (changed.length === 0) return false;
  const name = givenName(type, now);
  if (!name || name !== (givenName(type, before) ?? existing.name)) return true;
  const changes = changed.map(
    path =>
      `${path} changes from ${shown(valueAt(before, path))} to ${shown(valueAt(now, path))}, and "Update requires: Replacement".`,
  );
  const without = isNameRequired
    ? ''
    : ', or leave the name out so that CloudFormation gives one';
  throw new DeployError(
    `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${name} and update the stack again. ${changes.join(' ')} Change ${names.join(' or ')} together with it${without}.`,
  );
}

/** CloudFormation refuses that before it changes anything of the stack. */
export function typeChangeRefused(logicalIds: readonly string[]): DeployError {
  return new DeployError(
    `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${logicalIds.join(', ')}]. Give what is of another type another logical id.`,
  );
}

function valueAt(properties: Properties, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, member) => (value as Properties | undefined)?.[member],
      properties,
    );
}

/** CloudFormation takes `true` and `"true"` for the same. */
function asText(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  if (Array.isArray(value)) return value.map(asText);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => [name, asText(member)]),
    );
  }
  return value;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
