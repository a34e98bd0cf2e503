import { isFound } from '../existence';
import { nameByLogicalId } from '../physicalName';
import { updateGlueTags } from './glueTags';
import { typed, without } from './properties';
import { ResourceHandler, ResourceRequest } from './ResourceHandler';

/**
 * AWS::Glue::Trigger. Ref is the trigger's name. Actions, Predicate and the
 * other members are the API's own; StartOnCreation matters at creation only,
 * a later change of it has no effect, as on AWS.
 */
export const glueTrigger: ResourceHandler = {
  type: 'AWS::Glue::Trigger',
  noun: 'A Glue trigger',
  generatedName: (_stack, logicalId) => nameByLogicalId(logicalId),
  async create(request) {
    const { name, properties, context } = request;
    await context.invoke('glue', 'CreateTrigger', {
      ...definition(request),
      Name: name,
      Type: properties.Type,
      WorkflowName: properties.WorkflowName,
      Tags: properties.Tags,
      ...typed(
        { StartOnCreation: properties.StartOnCreation },
        { booleans: ['StartOnCreation'] },
      ),
    });
    return { physicalId: name, attributes: {} };
  },
  async update(request) {
    await request.context.invoke('glue', 'UpdateTrigger', {
      Name: request.name,
      TriggerUpdate: definition(request),
    });
    await updateGlueTags('trigger', request);
    return { physicalId: request.name, attributes: {} };
  },
  async delete({ name, context }) {
    await context.invoke('glue', 'DeleteTrigger', { Name: name });
  },
  async isThere({ name, properties, context }) {
    const looking = context.invoke('glue', 'GetTrigger', { Name: name });
    if (!(await isFound(looking))) return false;
    // Deleting a workflow keeps its triggers without it, and no operation puts
    // them into another one.
    const { Trigger } = await looking;
    return Trigger.WorkflowName === properties.WorkflowName;
  },
};

function definition({ properties }: ResourceRequest): Record<string, unknown> {
  return {
    ...without(
      properties,
      'Name',
      'Type',
      'WorkflowName',
      'StartOnCreation',
      'Tags',
      'Actions',
      'EventBatchingCondition',
    ),
    Actions: (properties.Actions ?? []).map((action: Record<string, unknown>) =>
      typed(action, { numbers: ['Timeout'] }),
    ),
    EventBatchingCondition:
      properties.EventBatchingCondition &&
      typed(properties.EventBatchingCondition, {
        numbers: ['BatchSize', 'BatchWindow'],
      }),
  };
}
