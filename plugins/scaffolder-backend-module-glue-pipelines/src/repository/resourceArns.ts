import { partitionOf } from '@glue-pipelines/backstage-plugin-common';
import type { PipelineTarget } from '../aws/PipelineTarget';

/** The ARN that Glue gives to the workflow. */
export function workflowArn(
  { accountId, region }: PipelineTarget,
  name: string,
): string {
  return `arn:${partitionOf(region)}:glue:${region}:${accountId}:workflow/${name}`;
}

/**
 * Names the workgroup of the pipeline. Redshift Serverless gives a workgroup
 * an ARN that ends in an id of its own choosing, which nobody knows before the
 * first deployment; its API takes the name, so the name stands in that place.
 */
export function workgroupArn(
  { accountId, region }: PipelineTarget,
  name: string,
): string {
  return `arn:${partitionOf(
    region,
  )}:redshift-serverless:${region}:${accountId}:workgroup/${name}`;
}
