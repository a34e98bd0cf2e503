import { physicalName } from '../physicalName';
import { typed } from './properties';
import { ResourceHandler, ResourceRequest } from './ResourceHandler';

/** AWS::Glue::Classifier, those for CSV. Ref is the classifier's name. */
export const glueClassifier: ResourceHandler = {
  type: 'AWS::Glue::Classifier',
  noun: 'A Glue classifier',
  replacedBy: [],
  givenName: properties =>
    Object.values(properties).find(kind => kind?.Name)?.Name,
  generatedName: (stack, logicalId) => physicalName(stack, logicalId, 255),
  async create(request) {
    await request.context.invoke('glue', 'CreateClassifier', kinds(request));
    return { physicalId: request.name, attributes: {} };
  },
  async update(request) {
    await request.context.invoke('glue', 'UpdateClassifier', kinds(request));
    return { physicalId: request.name, attributes: {} };
  },
  async delete({ name, context }) {
    await context.invoke('glue', 'DeleteClassifier', { Name: name });
  },
};

/** The kinds of classifiers that the template gives, one of them as a rule. */
function kinds({ name, properties }: ResourceRequest): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([kind, members]) => [
      kind,
      {
        ...typed(members, {
          booleans: [
            'AllowSingleColumn',
            'DisableValueTrimming',
            'CustomDatatypeConfigured',
          ],
        }),
        Name: name,
      },
    ]),
  );
}
