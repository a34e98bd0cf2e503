import { physicalName } from '../physicalName';
import { ResourceHandler } from './ResourceHandler';

/** AWS::Glue::Database. Ref is the database's name. */
export const glueDatabase: ResourceHandler = {
  type: 'AWS::Glue::Database',
  noun: 'A Glue database',
  replacedBy: ['CatalogId'],
  givenName: ({ DatabaseInput, DatabaseName }) =>
    DatabaseName ?? DatabaseInput?.Name,
  generatedName: (stack, logicalId) =>
    physicalName(stack, logicalId, 255).toLowerCase(),
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
};
