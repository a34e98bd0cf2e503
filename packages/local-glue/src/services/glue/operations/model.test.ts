import { glueOperations } from '.';
import { ModelType, operationModel } from '../__testUtils__/sdkModel';
import { Shape } from '../../../protocol/shape';

const operations = glueOperations.map(operation => ({
  name: operation.name,
  operation,
}));

/** Differences between what we declare and the SDK's model, as `path: problem`. */
function differences(shape: Shape, model: ModelType, path: string): string[] {
  if (shape.kind === 'document') return [];
  if (shape.kind === 'structure') {
    if (model.kind !== 'structure') return [`${path}: not a structure`];
    const declared = { ...shape.required, ...shape.optional };
    const names = new Set([
      ...Object.keys(declared),
      ...Object.keys(model.members),
    ]);
    return [...names].flatMap(name => {
      if (!declared[name]) return [`${path}.${name}: not declared`];
      if (!model.members[name]) return [`${path}.${name}: not in the model`];
      const isRequired = name in shape.required;
      if (isRequired !== model.required.includes(name)) {
        return [`${path}.${name}: required here: ${isRequired}`];
      }
      return differences(
        declared[name],
        model.members[name],
        `${path}.${name}`,
      );
    });
  }
  if (shape.kind === 'list' || shape.kind === 'map') {
    if (model.kind !== shape.kind) return [`${path}: not a ${shape.kind}`];
    const inner = shape.kind === 'list' ? shape.of : shape.value;
    return differences(inner, model.of, `${path}[]`);
  }
  const type = ['integer', 'double'].includes(shape.kind)
    ? 'number'
    : shape.kind;
  return model.kind === 'simple' && model.type === type
    ? []
    : [`${path}: ${shape.kind} here, ${JSON.stringify(model)} there`];
}

describe('the operations and the model of the AWS SDK', () => {
  it('are registered once each', () => {
    const names = operations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(operations)('$name takes what the model says', ({ operation }) => {
    const model = operationModel(operation.name);
    expect(model).toBeDefined();
    expect(differences(operation.input!, model!.input, '')).toEqual([]);
  });

  it('is a check that sees differences', () => {
    const { input } = operationModel('CreateWorkflow')!;
    expect(
      differences(
        {
          kind: 'structure',
          required: { Description: { kind: 'boolean' } },
          optional: { Nmae: { kind: 'string' } },
        },
        input,
        '',
      ),
    ).toEqual([
      '.Description: required here: true',
      '.Nmae: not in the model',
      '.Name: not declared',
      '.DefaultRunProperties: not declared',
      '.Tags: not declared',
      '.MaxConcurrentRuns: not declared',
    ]);
  });
});
