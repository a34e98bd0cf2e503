import { isFound } from '../existence';
import { nameByLogicalId } from '../physicalName';
import { ResourceHandler, ResourceRequest } from './ResourceHandler';

// Tables of different databases may share a name, so a table is known by both.
const separator = '.';

/** AWS::Glue::Table. Ref is the table's name. */
export const glueTable: ResourceHandler = {
  type: 'AWS::Glue::Table',
  noun: 'A Glue table',
  // Folded to lower case when it is stored (`Name`, DatabaseInput and TableInput).
  generatedName: (_stack, logicalId) =>
    nameByLogicalId(logicalId).toLowerCase(),
  uniqueName: (name, { DatabaseName }) => `${DatabaseName}${separator}${name}`,
  async create(request) {
    await request.context.invoke('glue', 'CreateTable', input(request));
    return { physicalId: tableName(request), attributes: {} };
  },
  async update(request) {
    await request.context.invoke('glue', 'UpdateTable', input(request));
    return { physicalId: tableName(request), attributes: {} };
  },
  async delete(request) {
    await request.context.invoke('glue', 'DeleteTable', {
      DatabaseName: request.properties.DatabaseName,
      Name: tableName(request),
    });
  },
  isThere: request =>
    isFound(
      request.context.invoke('glue', 'GetTable', {
        DatabaseName: request.properties.DatabaseName,
        Name: tableName(request),
      }),
    ),
};

function tableName({ name, properties }: ResourceRequest): string {
  const prefix = `${properties.DatabaseName}${separator}`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

function input(request: ResourceRequest): Record<string, unknown> {
  const { DatabaseName, TableInput } = request.properties;
  return {
    DatabaseName,
    TableInput: { ...TableInput, Name: tableName(request) },
  };
}
