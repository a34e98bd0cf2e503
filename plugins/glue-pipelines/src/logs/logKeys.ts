import { WorkflowNode } from '@glue-pipelines/backstage-plugin-common';

/**
 * How the API and the address name the attempts of a node that have logs of
 * their own, oldest first: job runs by id; of a crawler its newest crawl, by
 * the crawler's name.
 */
export function logKeys({ type, name, attempts }: WorkflowNode): string[] {
  return type === 'JOB'
    ? attempts.map(({ id }) => id ?? name)
    : attempts.slice(-1).map(() => name);
}
