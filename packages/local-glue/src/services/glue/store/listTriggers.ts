import type { StoredTrigger } from './definitions';
import type { GlueStore } from './GlueStore';

/**
 * In the order of names, those after `after`, of a job or of all.
 *
 * @param dependentJobName - "The trigger that can start this job is returned,
 *   and if there is no such trigger, all triggers are returned" (GetTriggers,
 *   AWS Glue API reference)
 */
export function listTriggers(
  store: GlueStore,
  after: string | number | undefined,
  limit: number,
  dependentJobName: string | undefined,
  accept: (trigger: StoredTrigger) => boolean = () => true,
): StoredTrigger[] {
  const startsJob = ({ Actions }: StoredTrigger) =>
    Actions?.some(({ JobName }) => JobName === dependentJobName) ?? false;
  const isOfJob =
    dependentJobName !== undefined && store.triggers.all().some(startsJob);
  return store.triggers
    .page(after, -1)
    .filter(trigger => !isOfJob || startsJob(trigger))
    .filter(accept)
    .slice(0, limit);
}
