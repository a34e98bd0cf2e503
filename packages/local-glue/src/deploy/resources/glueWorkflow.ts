import { physicalName } from '../physicalName';
import { typed, without } from './properties';
import { ResourceHandler } from './ResourceHandler';

/** AWS::Glue::Workflow. Ref is the workflow's name. */
export const glueWorkflow: ResourceHandler = {
  type: 'AWS::Glue::Workflow',
  noun: 'A Glue workflow',
  replacedBy: [],
  givenName: ({ Name }) => Name,
  generatedName: (stack, logicalId) => physicalName(stack, logicalId, 255),
  async create({ name, properties, context }) {
    await context.invoke('glue', 'CreateWorkflow', {
      ...workflowMembers(properties),
      Tags: properties.Tags,
      Name: name,
    });
    return { physicalId: name, attributes: {} };
  },
  async update({ name, properties, context }) {
    await context.invoke('glue', 'UpdateWorkflow', {
      ...workflowMembers(properties),
      Name: name,
    });
    return { physicalId: name, attributes: {} };
  },
  async delete({ name, context }) {
    await context.invoke('glue', 'DeleteWorkflow', { Name: name });
  },
};

function workflowMembers(
  properties: Record<string, any>,
): Record<string, unknown> {
  return typed(without(properties, 'Tags'), { numbers: ['MaxConcurrentRuns'] });
}
