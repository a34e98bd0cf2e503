import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Pipeline } from './pipeline';
import { WarehouseStack } from './WarehouseStack';
import { WorkflowStack } from './WorkflowStack';

export interface PipelineAppProps {
  pipeline: Pipeline;
  /** The folder of prepare.py, transform.py and load.py. */
  jobsDirectory: string;
}

/**
 * Adds the two stacks of a pipeline to an app, and the checks that every
 * synthesis runs.
 *
 * The context value `retain` (in cdk.json, or `-c retain=true`) keeps bucket,
 * warehouse and secret when the stacks are destroyed.
 */
export function addPipeline(
  app: App,
  { pipeline, jobsDirectory }: PipelineAppProps,
) {
  // The warehouse cannot be changed under the workflow that uses it.
  app.node.setContext('@aws-cdk/core:defaultCrossStackReferences', 'strong');
  const retain = String(app.node.tryGetContext('retain')) === 'true';
  const warehouse = new WarehouseStack(app, `${pipeline.name}-warehouse`, {
    pipeline,
    retain,
  });
  const workflow = new WorkflowStack(app, `${pipeline.name}-workflow`, {
    pipeline,
    retain,
    jobsDirectory,
    warehouse,
  });
  Tags.of(app).add('glue-pipelines.io/pipeline', pipeline.name);
  Tags.of(app).add('glue-pipelines.io/owner', pipeline.owner);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { warehouse, workflow };
}
