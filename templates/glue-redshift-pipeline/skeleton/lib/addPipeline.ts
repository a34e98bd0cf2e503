import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { UNTAGGED } from './createWarehouse';
import { environmentOf } from './environments';
import { MonitoringStack } from './monitoring/MonitoringStack';
import type { Pipeline } from './pipeline';
import { WarehouseStack } from './WarehouseStack';
import { WorkflowStack } from './WorkflowStack';

export interface PipelineAppProps {
  pipeline: Pipeline;
  /** The folder of the jobs' scripts. */
  jobsDirectory: string;
}

/**
 * Adds the stack of a pipeline's workflow to an app, that of its warehouse
 * where it brings one, that of its alarms where it has alerts, and the checks
 * that every synthesis runs.
 *
 * The context value `environment` (in cdk.json, or `-c environment=production`)
 * decides what stays when the stacks are destroyed.
 */
export function addPipeline(
  app: App,
  { pipeline, jobsDirectory }: PipelineAppProps,
) {
  // The warehouse cannot be changed under the workflow that uses it.
  app.node.setContext('@aws-cdk/core:defaultCrossStackReferences', 'strong');
  const { removalPolicy, terminationProtection } = environmentOf(app);
  const { shared, existing } = pipeline.warehouse;
  const warehouse =
    shared || existing
      ? undefined
      : new WarehouseStack(app, `${pipeline.name}-warehouse`, {
          pipeline,
          removalPolicy,
          terminationProtection,
        });
  const workflow = new WorkflowStack(app, `${pipeline.name}-workflow`, {
    pipeline,
    removalPolicy,
    terminationProtection,
    jobsDirectory,
    warehouse,
  });
  const { alerts } = pipeline;
  const monitoring =
    alerts &&
    new MonitoringStack(app, `${pipeline.name}-monitoring`, {
      pipeline: { ...pipeline, alerts },
    });
  const tags = {
    'glue-pipelines.io/pipeline': pipeline.name,
    'glue-pipelines.io/owner': pipeline.owner,
  };
  for (const [key, value] of Object.entries(tags)) {
    Tags.of(app).add(key, value, { excludeResourceTypes: UNTAGGED });
  }
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { warehouse, workflow, monitoring };
}
