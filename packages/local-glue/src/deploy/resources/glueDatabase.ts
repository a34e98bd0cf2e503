import { isFound } from '../existence';
import { nameByLogicalId } from '../physicalName';
import { ResourceHandler } from './ResourceHandler';

/** AWS::Glue::Database. Ref is the database's name. */
export const glueDatabase: ResourceHandler = {
  type: 'AWS::Glue::Database',
  noun: 'A Glue database',
  // Folded to lower case when it is stored (`Name`, DatabaseInput and TableInput).
  generatedName: (_stack, logicalId) =>
    nameByLogicalId(logicalId).toLowerCase(),
  async create({ name, properties, context }) {
    await context.invoke('glue', 'CreateDatabase', {
      DatabaseInput: { ...properties.DatabaseInput, Name: name },
    });
    return { physicalId: name, attributes: {} };
  },
  async update({ name, properties, context }) {
    await context.invoke('glue', 'UpdateDatabase', {
      Name: name,
      DatabaseInput: { ...properties.DatabaseInput, Name: name },
    });
    return { physicalId: name, attributes: {} };
  },
  async delete({ name, context }) {
    await context.invoke('glue', 'DeleteDatabase', { Name: name });
  },
  isThere: ({ name, context }) =>
    isFound(context.invoke('glue', 'GetDatabase', { Name: name })),
};
