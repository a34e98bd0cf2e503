import { WorkflowRun } from './format/runNodes';
import { LocalGlueClient } from './LocalGlueClient';

/** The parts of Glue's Workflow that the command line reads. */
export interface Workflow {
  Name: string;
  LastRun?: WorkflowRun;
}

/** All workflows with their last runs. */
export async function allWorkflows(
  client: LocalGlueClient,
): Promise<Workflow[]> {
  const workflows: Workflow[] = [];
  for await (const page of client.pages<{ Workflows?: string[] }>(
    'glue',
    'ListWorkflows',
    { MaxResults: 25 },
  )) {
    if (!page.Workflows?.length) continue;
    // At most 25 names a call (BatchGetWorkflows, AWS Glue Web API).
    const batch = await client.call<{ Workflows?: Workflow[] }>(
      'glue',
      'BatchGetWorkflows',
      { Names: page.Workflows },
    );
    workflows.push(...(batch.Workflows ?? []));
  }
  return workflows;
}
