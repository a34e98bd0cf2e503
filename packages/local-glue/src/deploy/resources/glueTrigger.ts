import { physicalName } from '../physicalName';
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
  replacedBy: ['Type', 'WorkflowName'],
  givenName: ({ Name }) => Name,
  generatedName: (stack, logicalId) => physicalName(stack, logicalId, 255),
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
    return { physicalId: request.name, attributes: {} };
  },
  async delete({ name, context }) {
    await context.invoke('glue', 'DeleteTrigger', { Name: name });
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
