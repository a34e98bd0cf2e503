import { Service, withContext } from '../../protocol/operation';
import { workflowOfArn } from './arn';
import type { GlueDependencies } from './dependencies';
import { Orchestrator } from './engine/Orchestrator';
import { glueOperations } from './operations';
import { GlueStore } from './store/GlueStore';

export interface GlueService extends Service {
  readonly store: GlueStore;
  /** To be told when the server starts and ends. */
  readonly orchestrator: Orchestrator;
  /** The name in a workflow's ARN of this account; undefined for another ARN. */
  workflowOfArn(arn: string): string | undefined;
}

/** AWS Glue: workflows, triggers, jobs, crawlers and the Data Catalog. */
export function glueService(dependencies: GlueDependencies): GlueService {
  const { accountId, region, log } = dependencies;
  const store = new GlueStore(dependencies.database);
  const orchestrator = new Orchestrator(dependencies, store);
  return {
    id: 'glue',
    protocol: 'aws-json-1.1',
    targetPrefix: 'AWSGlue',
    operations: withContext(
      { accountId, region, log, store, orchestrator },
      glueOperations,
    ),
    store,
    orchestrator,
    workflowOfArn: arn => workflowOfArn(dependencies, arn),
  };
}
