import type { DeployContext } from '../DeployContext';
import { ruleArn } from '../../services/events/operation';
import { glueArn } from '../../services/glue/arn';
import { isFound } from '../existence';
import { nameByStack } from '../physicalName';
import { typed } from './properties';
import { tagChanges } from './tagChanges';
import {
  ResourceHandler,
  ResourceRequest,
  ResourceState,
  ResourceUpdate,
} from './ResourceHandler';

/** The account and the region of a template may be those of AWS: the workflow is of this machine all the same. */
const workflowArn = /^arn:[^:]+:glue:[^:]*:[^:]*:workflow\/(.+)$/;

type Target = Record<string, unknown> & { Arn?: unknown };

/**
 * AWS::Events::Rule with Glue workflows as targets. Ref is the rule's name.
 * Targets of other services have no meaning on this machine and are left out,
 * and so is a rule that has no other, or one on a schedule.
 */
export const eventsRule: ResourceHandler = {
  type: 'AWS::Events::Rule',
  noun: 'An EventBridge rule',
  generatedName: (stack, logicalId) => nameByStack(stack, logicalId, 64),
  leavesOut({ EventPattern, Targets = [] }) {
    const workflows = (Targets as Target[]).filter(isWorkflow);
    if (!EventPattern || workflows.length === 0) return 'all';
    return workflows.length < Targets.length ? 'part' : 'nothing';
  },
  create: put,
  async update(request) {
    const ids = (targets: Target[] = []) =>
      targets.filter(isWorkflow).map(({ Id }) => Id);
    const kept = ids(request.properties.Targets);
    const gone = ids(request.previous.properties.Targets).filter(
      id => !kept.includes(id),
    );
    const state = await put(request);
    await removeTargets(request, gone);
    await updateTags(request);
    return state;
  },
  async delete(request) {
    const { name, properties, context } = request;
    const targets = ((properties.Targets ?? []) as Target[]).filter(isWorkflow);
    await removeTargets(
      request,
      targets.map(({ Id }) => Id),
    );
    await context.invoke('events', 'DeleteRule', { Name: name });
  },
  isThere: ({ name, context }) =>
    isFound(context.invoke('events', 'DescribeRule', { Name: name })),
};

async function put({
  name,
  properties,
  context,
}: ResourceRequest): Promise<ResourceState> {
  await context.invoke('events', 'PutRule', {
    Name: name,
    EventBusName: properties.EventBusName,
    EventPattern: JSON.stringify(properties.EventPattern),
    State: properties.State,
    Description: properties.Description,
    RoleArn: properties.RoleArn,
    Tags: properties.Tags,
  });
  await context.invoke('events', 'PutTargets', {
    Rule: name,
    Targets: (properties.Targets as Target[])
      .filter(isWorkflow)
      .map(target => localTarget(target, context)),
  });
  return { physicalId: name, attributes: { Arn: ruleArn(context, name) } };
}

/** "If you are updating an existing rule, any tags you specify in the PutRule operation are ignored" (PutRule). */
async function updateTags({
  name,
  properties,
  previous,
  context,
}: ResourceUpdate): Promise<void> {
  const ResourceARN = ruleArn(context, name);
  const { gone, added } = tagChanges(
    byKey(previous.properties.Tags),
    byKey(properties.Tags),
  );
  if (gone.length > 0) {
    await context.invoke('events', 'UntagResource', {
      ResourceARN,
      TagKeys: gone,
    });
  }
  if (Object.keys(added).length > 0) {
    await context.invoke('events', 'TagResource', {
      ResourceARN,
      Tags: Object.entries(added).map(([Key, Value]) => ({ Key, Value })),
    });
  }
}

function byKey(
  tags: readonly { Key: string; Value: string }[] = [],
): Record<string, string> {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}

async function removeTargets(
  { name, context }: ResourceRequest,
  ids: readonly unknown[],
): Promise<void> {
  if (ids.length === 0) return;
  await context.invoke('events', 'RemoveTargets', { Rule: name, Ids: ids });
}

function isWorkflow({ Arn }: Target): boolean {
  return workflowArn.test(String(Arn));
}

function localTarget(target: Target, context: DeployContext): Target {
  const [, workflow] = workflowArn.exec(String(target.Arn)) ?? [];
  const { RetryPolicy } = target;
  return {
    ...target,
    Arn: glueArn(context, 'workflow', workflow),
    ...(RetryPolicy !== undefined && {
      RetryPolicy: typed(RetryPolicy as Record<string, unknown>, {
        numbers: ['MaximumEventAgeInSeconds', 'MaximumRetryAttempts'],
      }),
    }),
  };
}
