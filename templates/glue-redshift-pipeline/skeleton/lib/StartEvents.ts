import { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { parseS3Uri } from './language.mjs';
import { stepName } from './names';
import type { Pipeline } from './pipeline';
import { serviceOf } from './serviceOf';

type Rule = { id: string; description: string; pattern: object };

export interface StartEventsProps {
  pipeline: Pipeline;
  workflowName: string;
}

/**
 * The EventBridge rules that tell the workflow of what starts it: files that
 * come to its sources, or the end of another pipeline. The workflow's start
 * trigger is then one of type EVENT.
 *
 * They are plain resources, because the construct library has no target for
 * Glue workflows.
 */
export class StartEvents extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { pipeline, workflowName }: StartEventsProps,
  ) {
    super(scope, id);
    const arn = Stack.of(this).formatArn({
      service: 'glue',
      resource: 'workflow',
      resourceName: workflowName,
    });
    // Source: AWS Glue Developer Guide, "Starting an AWS Glue workflow with an Amazon EventBridge event".
    const role = new iam.Role(this, 'role', {
      assumedBy: serviceOf(this, 'events', {
        service: 'events',
        resource: 'rule',
      }),
      description: `Tells the workflow ${pipeline.name} of events`,
    });
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['glue:notifyEvent'],
        resources: [arn],
      }),
    );
    for (const { id: ruleId, description, pattern } of rulesOf(pipeline)) {
      new events.CfnRule(this, ruleId, {
        description,
        eventPattern: pattern,
        targets: [{ id: 'workflow', arn, roleArn: role.roleArn }],
      });
    }
  }
}

/** Whether events start a pipeline. */
export const startsOnEvents = ({ start }: Pipeline) =>
  start?.onNewFiles !== undefined || start?.after !== undefined;

function rulesOf({ start = {}, sources }: Pipeline): Rule[] {
  const { onNewFiles, after } = start;
  return [
    ...sources
      .filter(({ name }) => onNewFiles?.sources.includes(name))
      .flatMap(({ name, uri }) =>
        uri === undefined
          ? []
          : [
              {
                id: `files-${name}`,
                description: `Files that come to the source ${name}`,
                pattern: filesAt(uri),
              },
            ],
      ),
    ...(after
      ? [
          {
            id: 'after',
            description: `Runs of the pipeline ${after} that have loaded its table`,
            pattern: loadedBy(after),
          },
        ]
      : []),
  ];
}

/** Source: Amazon S3 User Guide, "EventBridge event message structure". */
function filesAt(uri: string) {
  const { bucket, key } = parseS3Uri(uri);
  return {
    source: ['aws.s3'],
    'detail-type': ['Object Created'],
    detail: {
      bucket: { name: [bucket] },
      object: {
        key: [key.endsWith('/') ? { prefix: key } : key],
        // What a console makes of a folder has no content.
        size: [{ numeric: ['>', 0] }],
      },
    },
  };
}

/**
 * EventBridge hears of jobs, not of workflows (AWS Glue Developer Guide,
 * "Automating AWS Glue with EventBridge"), so the job that comes last tells.
 */
function loadedBy(pipeline: string) {
  return {
    source: ['aws.glue'],
    'detail-type': ['Glue Job State Change'],
    detail: { jobName: [stepName(pipeline, 'load')], state: ['SUCCEEDED'] },
  };
}
