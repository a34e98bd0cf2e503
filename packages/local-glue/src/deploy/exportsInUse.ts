import { DeployError } from './DeployError';
import { DeployStore } from './DeployStore';

/**
 * CloudFormation changes and deletes no export that another stack imports
 * ("Get exported outputs from a deployed CloudFormation stack", CloudFormation
 * user guide). Throws `DeployError` that names both.
 * @param now - the exports that the stack is to have
 * @param mayChange - whether values may change; they change by themselves where something was made again
 */
export function checkExportsInUse(
  stack: string,
  now: Readonly<Record<string, string>>,
  store: DeployStore,
  { mayChange }: { mayChange: boolean },
): void {
  const before = store.stack(stack)?.exports ?? {};
  for (const [name, value] of Object.entries(before)) {
    const isGone = !Object.hasOwn(now, name);
    const isChanged = !isGone && now[name] !== value && !mayChange;
    const users = store.importersOf(name).filter(user => user !== stack);
    if ((isGone || isChanged) && users.length > 0) {
      const [what, remedy] = isGone
        ? ['deleted', 'Deploy those without it first, or destroy them.']
        : [
            'updated',
            `It is "${value}" and would become "${now[name]}". Deploy those without it first, or export the new one under another name.`,
          ];
      throw new DeployError(
        `Export ${name} cannot be ${what} as it is in use by ${users.join(', ')}. ${remedy}`,
        { stack },
      );
    }
  }
}
