import { WorkflowNode } from '@glue-pipelines/backstage-plugin-common';
import { Texts } from '../translation/ref';

/**
 * On what a trigger waits, e.g. `all of: transform SUCCEEDED`; in the back
 * end's own words where it tells nothing more.
 */
export function predicateWords(
  t: Texts,
  trigger: WorkflowNode['trigger'],
): string | undefined {
  if (!trigger?.predicate) {
    return trigger?.condition;
  }
  const { logical, conditions } = trigger.predicate;
  const isAny = logical === 'ANY';
  return t(isAny ? 'graph.predicate.any' : 'graph.predicate.all', {
    conditions: conditions
      .map(({ nodeName, state }) => `${nodeName} ${state}`)
      .join(t(isAny ? 'graph.predicate.or' : 'graph.predicate.and')),
  });
}
