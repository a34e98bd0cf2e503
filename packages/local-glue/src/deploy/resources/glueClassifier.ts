import { isFound } from '../existence';
import { nameByLogicalId } from '../physicalName';
import { removed, typed } from './properties';
import { ResourceHandler, ResourceRequest } from './ResourceHandler';

/** AWS::Glue::Classifier, those for CSV and JSON. Ref is the classifier's name. */
export const glueClassifier: ResourceHandler = {
  type: 'AWS::Glue::Classifier',
  noun: 'A Glue classifier',
  generatedName: (_stack, logicalId) => nameByLogicalId(logicalId),
  async create(request) {
    await request.context.invoke('glue', 'CreateClassifier', kinds(request));
    return { physicalId: request.name, attributes: {} };
  },
  async update(request) {
    const { previous, properties, context } = request;
    const unset = Object.fromEntries(
      Object.entries(properties).map(([kind, members]) => [
        kind,
        removed(previous.properties[kind] ?? {}, members, {
          AllowSingleColumn: false,
          ContainsHeader: 'UNKNOWN',
          CustomDatatypeConfigured: false,
          CustomDatatypes: [],
          // "The default value is true" (CsvClassifier, AWS Glue API reference).
          DisableValueTrimming: true,
          Header: [],
        }),
      ]),
    );
    await context.invoke('glue', 'UpdateClassifier', kinds(request, unset));
    return { physicalId: request.name, attributes: {} };
  },
  async delete({ name, context }) {
    await context.invoke('glue', 'DeleteClassifier', { Name: name });
  },
  isThere: ({ name, context }) =>
    isFound(context.invoke('glue', 'GetClassifier', { Name: name })),
};

/** The kinds of classifiers that the template gives, one of them as a rule. */
function kinds(
  { name, properties }: ResourceRequest,
  unset: Record<string, object> = {},
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([kind, members]) => [
      kind,
      {
        ...unset[kind],
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
