/** One step of a JSON path: a member of an object or an element of an array, or any of them. */
export type JsonPathStep =
  | { kind: 'member'; name: string }
  | { kind: 'element'; index: number }
  | { kind: 'anyMember' }
  | { kind: 'anyElement' };

const step =
  /\.(?:(?<any>\*)|(?<name>[^.[\]*'"?()@\s]+))|\[(?:(?<every>\*)|(?<index>\d+)|'(?<single>[^']+)'|"(?<double>[^"]+)")\]/y;

/**
 * The steps of a JSON path with the operators that Glue's classifiers know
 * (AWS Glue Developer Guide, "Writing JSON custom classifiers"): `$`, `*`,
 * `.name`, `['name']` and `[number]`. `[*]` is any element and `.*` any member,
 * so that a classifier for arrays leaves files of objects to others.
 *
 * @throws Error that names the path, and what of it is not known
 */
export function parseJsonPath(path: string): JsonPathStep[] {
  if (!path.startsWith('$')) throw unsupported(path, path.slice(0, 20));
  const steps: JsonPathStep[] = [];
  step.lastIndex = 1;
  while (step.lastIndex < path.length) {
    const start = step.lastIndex;
    const groups = step.exec(path)?.groups;
    if (!groups) throw unsupported(path, path.slice(start, start + 20));
    const { any, every, index } = groups;
    const name = groups.name ?? groups.single ?? groups.double;
    if (any) steps.push({ kind: 'anyMember' });
    else if (every) steps.push({ kind: 'anyElement' });
    else if (index) steps.push({ kind: 'element', index: Number(index) });
    else steps.push({ kind: 'member', name });
  }
  return steps;
}

function unsupported(path: string, rest: string): Error {
  return new Error(
    `the JSON path ${JSON.stringify(path)} is not supported at ${JSON.stringify(rest)}: it has to begin with $ and go on with .name, ['name'], [number], .* or [*]`,
  );
}
