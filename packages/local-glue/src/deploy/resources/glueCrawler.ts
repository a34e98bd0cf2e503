import { physicalName } from '../physicalName';
import { without } from './properties';
import { ResourceHandler } from './ResourceHandler';

/** AWS::Glue::Crawler. Ref is the crawler's name. */
export const glueCrawler: ResourceHandler = {
  type: 'AWS::Glue::Crawler',
  noun: 'A Glue crawler',
  replacedBy: [],
  givenName: ({ Name }) => Name,
  generatedName: (stack, logicalId) => physicalName(stack, logicalId, 255),
  async create({ name, properties, context }) {
    await context.invoke('glue', 'CreateCrawler', {
      ...crawlerMembers(properties),
      Tags: properties.Tags,
      Name: name,
    });
    return { physicalId: name, attributes: {} };
  },
  async update({ name, properties, context }) {
    await context.invoke('glue', 'UpdateCrawler', {
      ...crawlerMembers(properties),
      Name: name,
    });
    return { physicalId: name, attributes: {} };
  },
  async delete({ name, context }) {
    await context.invoke('glue', 'DeleteCrawler', { Name: name });
  },
};

/** CloudFormation wraps the schedule's expression; the API takes it bare. */
function crawlerMembers(
  properties: Record<string, any>,
): Record<string, unknown> {
  return {
    ...without(properties, 'Tags', 'Schedule'),
    Schedule: properties.Schedule?.ScheduleExpression,
  };
}
