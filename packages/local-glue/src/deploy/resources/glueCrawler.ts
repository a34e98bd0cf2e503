import { isFound } from '../existence';
import { nameByLogicalId } from '../physicalName';
import { updateGlueTags } from './glueTags';
import { removed, without } from './properties';
import { ResourceHandler } from './ResourceHandler';

/** AWS::Glue::Crawler. Ref is the crawler's name. */
export const glueCrawler: ResourceHandler = {
  type: 'AWS::Glue::Crawler',
  noun: 'A Glue crawler',
  generatedName: (_stack, logicalId) => nameByLogicalId(logicalId),
  async create({ name, properties, context }) {
    await context.invoke('glue', 'CreateCrawler', {
      ...crawlerMembers(properties),
      Tags: properties.Tags,
      Name: name,
    });
    return { physicalId: name, attributes: {} };
  },
  async update(request) {
    const { name, properties, previous, context } = request;
    await context.invoke('glue', 'UpdateCrawler', {
      ...removed(previous.properties, properties, {
        Classifiers: [],
        Configuration: '',
        CrawlerSecurityConfiguration: '',
        Description: '',
        TablePrefix: '',
      }),
      ...crawlerMembers(properties),
      // An empty one removes it.
      Schedule: properties.Schedule?.ScheduleExpression ?? '',
      Name: name,
    });
    await updateGlueTags('crawler', request);
    return { physicalId: name, attributes: {} };
  },
  async delete({ name, context }) {
    await context.invoke('glue', 'DeleteCrawler', { Name: name });
  },
  isThere: ({ name, context }) =>
    isFound(context.invoke('glue', 'GetCrawler', { Name: name })),
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
