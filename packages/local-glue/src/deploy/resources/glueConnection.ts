import { isFound } from '../existence';
import { nameByLogicalId } from '../physicalName';
import { updateGlueTags } from './glueTags';
import { ResourceHandler } from './ResourceHandler';

/** AWS::Glue::Connection. Ref is the connection's name. */
export const glueConnection: ResourceHandler = {
  type: 'AWS::Glue::Connection',
  noun: 'A Glue connection',
  generatedName: (_stack, logicalId) => nameByLogicalId(logicalId),
  async create({ name, properties, context }) {
    await context.invoke('glue', 'CreateConnection', {
      ConnectionInput: { ...properties.ConnectionInput, Name: name },
      Tags: properties.Tags,
    });
    return { physicalId: name, attributes: {} };
  },
  async update(request) {
    const { name, properties, context } = request;
    await context.invoke('glue', 'UpdateConnection', {
      Name: name,
      ConnectionInput: { ...properties.ConnectionInput, Name: name },
    });
    await updateGlueTags('connection', request);
    return { physicalId: name, attributes: {} };
  },
  async delete({ name, context }) {
    await context.invoke('glue', 'DeleteConnection', { ConnectionName: name });
  },
  isThere: ({ name, context }) =>
    isFound(context.invoke('glue', 'GetConnection', { Name: name })),
};
