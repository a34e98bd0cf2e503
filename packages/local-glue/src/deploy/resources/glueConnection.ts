import { physicalName } from '../physicalName';
import { ResourceHandler } from './ResourceHandler';

/** AWS::Glue::Connection. Ref is the connection's name. */
export const glueConnection: ResourceHandler = {
  type: 'AWS::Glue::Connection',
  noun: 'A Glue connection',
  replacedBy: ['CatalogId'],
  givenName: ({ ConnectionInput }) => ConnectionInput?.Name,
  generatedName: (stack, logicalId) => physicalName(stack, logicalId, 255),
  async create({ name, properties, context }) {
    await context.invoke('glue', 'CreateConnection', {
      ConnectionInput: { ...properties.ConnectionInput, Name: name },
    });
    return { physicalId: name, attributes: {} };
  },
  async update({ name, properties, context }) {
    await context.invoke('glue', 'UpdateConnection', {
      Name: name,
      ConnectionInput: { ...properties.ConnectionInput, Name: name },
    });
    return { physicalId: name, attributes: {} };
  },
  async delete({ name, context }) {
    await context.invoke('glue', 'DeleteConnection', { ConnectionName: name });
  },
};
