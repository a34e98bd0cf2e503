import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { UNTAGGED } from './createWarehouse';
import {
  type Environment,
  NO_ENVIRONMENT,
  removalPolicyOf,
  stackPropsOf,
} from './environments';
import { MonitoringStack } from './monitoring/MonitoringStack';
import type { Pipeline } from './pipeline';
import { named } from './pipelineIn';
import { WarehouseStack } from './WarehouseStack';
import { WorkflowStack } from './WorkflowStack';

export interface PipelineAppProps {
  /** As its owner named it: the environment makes other names of that. */
  pipeline: Pipeline;
  /** The folder of the jobs' scripts. */
  jobsDirectory: string;
  /** Default: none, as tests and this machine have it. */
  environment?: Environment;
}

/**
 * Adds the stack of a pipeline's workflow to an app, that of its warehouse
 * where it brings one, that of its alarms where it has alerts, and the checks
 * that every synthesis runs.
 */
export function addPipeline(
  app: App,
  {
    pipeline: written,
    jobsDirectory,
    environment = NO_ENVIRONMENT,
  }: PipelineAppProps,
) {
  // The warehouse cannot be changed under the workflow that uses it.
  app.node.setContext('@aws-cdk/core:defaultCrossStackReferences', 'strong');
  const pipeline = named(written, environment);
  const entity = written.name;
  const stackProps = stackPropsOf(environment);
  const removalPolicy = removalPolicyOf(environment);
  const { shared, existing } = pipeline.warehouse;
  const warehouse =
    shared || existing
      ? undefined
      : new WarehouseStack(app, `${pipeline.name}-warehouse`, {
          ...stackProps,
          pipeline,
          removalPolicy,
        });
  const workflow = new WorkflowStack(app, `${pipeline.name}-workflow`, {
    ...stackProps,
    pipeline,
    entity,
    removalPolicy,
    encryption: environment.encryption,
    jobsDirectory,
    warehouse,
  });
  const { alerts } = pipeline;
  const monitoring =
    alerts &&
    new MonitoringStack(app, `${pipeline.name}-monitoring`, {
      ...stackProps,
      pipeline: { ...pipeline, alerts },
      entity,
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
