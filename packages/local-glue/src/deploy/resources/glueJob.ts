import { physicalName } from '../physicalName';
import { typed, without } from './properties';
import { ResourceHandler } from './ResourceHandler';

/** AWS::Glue::Job. Ref is the job's name. */
export const glueJob: ResourceHandler = {
  type: 'AWS::Glue::Job',
  noun: 'A Glue job',
  replacedBy: [],
  givenName: ({ Name }) => Name,
  generatedName: (stack, logicalId) => physicalName(stack, logicalId, 255),
  async create({ name, properties, context }) {
    await context.invoke('glue', 'CreateJob', {
      ...jobMembers(properties),
      Tags: properties.Tags,
      Name: name,
    });
    return { physicalId: name, attributes: {} };
  },
  async update({ name, properties, context }) {
    await context.invoke('glue', 'UpdateJob', {
      JobName: name,
      JobUpdate: jobMembers(properties),
    });
    return { physicalId: name, attributes: {} };
  },
  async delete({ name, context }) {
    await context.invoke('glue', 'DeleteJob', { JobName: name });
  },
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
