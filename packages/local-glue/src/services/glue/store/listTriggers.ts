import type { StoredTrigger } from './definitions';
import type { GlueStore } from './GlueStore';

/**
 * In the order of names, those after `after`, of a job or of all.
 *
 * @param dependentJobName - a job that the triggers start
 */
export function listTriggers(
  store: GlueStore,
  after: string | number | undefined,
  limit: number,
  dependentJobName: string | undefined,
  accept: (trigger: StoredTrigger) => boolean = () => true,
): StoredTrigger[] {
  return store.triggers
    .page(after, -1)
    .filter(
      trigger =>
        dependentJobName === undefined ||
        trigger.Actions?.some(action => action.JobName === dependentJobName),
    )
    .filter(accept)
    .slice(0, limit);
}
