import { isFound } from '../existence';
import { nameByLogicalId } from '../physicalName';
import { updateGlueTags } from './glueTags';
import { typed, without } from './properties';
import { ResourceHandler } from './ResourceHandler';

/** AWS::Glue::Job. Ref is the job's name. */
export const glueJob: ResourceHandler = {
  type: 'AWS::Glue::Job',
  noun: 'A Glue job',
  generatedName: (_stack, logicalId) => nameByLogicalId(logicalId),
  async create({ name, properties, context }) {
    await context.invoke('glue', 'CreateJob', {
      ...jobMembers(properties),
      Tags: properties.Tags,
      Name: name,
    });
    return { physicalId: name, attributes: {} };
  },
  async update(request) {
    const { name, properties, context } = request;
    await context.invoke('glue', 'UpdateJob', {
      JobName: name,
      JobUpdate: jobMembers(properties),
    });
    await updateGlueTags('job', request);
    return { physicalId: name, attributes: {} };
  },
  async delete({ name, context }) {
    await context.invoke('glue', 'DeleteJob', { JobName: name });
  },
  isThere: ({ name, context }) =>
    isFound(context.invoke('glue', 'GetJob', { JobName: name })),
};

function jobMembers(properties: Record<string, any>): Record<string, unknown> {
  const members = typed(without(properties, 'Name', 'Tags'), {
    numbers: [
      'AllocatedCapacity',
      'MaxCapacity',
      'MaxRetries',
      'NumberOfWorkers',
      'Timeout',
    ],
    booleans: ['JobRunQueuingEnabled'],
  });
  const { ExecutionProperty } = properties;
  return ExecutionProperty
    ? {
        ...members,
        ExecutionProperty: typed(ExecutionProperty, {
          numbers: ['MaxConcurrentRuns'],
        }),
      }
    : members;
}
