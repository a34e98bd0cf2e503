import { isFound } from '../existence';
import { nameByLogicalId } from '../physicalName';
import { updateGlueTags } from './glueTags';
import { removed, typed, without } from './properties';
import { ResourceHandler } from './ResourceHandler';

/** AWS::Glue::Workflow. Ref is the workflow's name. */
export const glueWorkflow: ResourceHandler = {
  type: 'AWS::Glue::Workflow',
  noun: 'A Glue workflow',
  generatedName: (_stack, logicalId) => nameByLogicalId(logicalId),
  async create({ name, properties, context }) {
    await context.invoke('glue', 'CreateWorkflow', {
      ...workflowMembers(properties),
      Tags: properties.Tags,
      Name: name,
    });
    return { physicalId: name, attributes: {} };
  },
  async update(request) {
    const { name, properties, previous, context } = request;
    await context.invoke('glue', 'UpdateWorkflow', {
      ...removed(previous.properties, properties, {
        Description: '',
        DefaultRunProperties: {},
      }),
      ...workflowMembers(properties),
      Name: name,
    });
    await updateGlueTags('workflow', request);
    return { physicalId: name, attributes: {} };
  },
  async delete({ name, context }) {
    await context.invoke('glue', 'DeleteWorkflow', { Name: name });
  },
  isThere: ({ name, context }) =>
    isFound(context.invoke('glue', 'GetWorkflow', { Name: name })),
};

function workflowMembers(
  properties: Record<string, any>,
): Record<string, unknown> {
  return typed(without(properties, 'Tags'), { numbers: ['MaxConcurrentRuns'] });
}
