import { givenName, isReplacement, typeChangeRefused } from './replacement';
import { handledTypes, handlerOf } from './resources';
import { updateBehaviours } from './updateBehaviours';

type Properties = Record<string, unknown>;

/** Properties that have a value at a dotted path. */
function at(path: string, value: unknown): Properties {
  const [first, ...rest] = path.split('.');
  return { [first]: rest.length > 0 ? at(rest.join('.'), value) : value };
}

function merged(one: Properties, other: Properties): Properties {
  const result = { ...one };
  for (const [name, value] of Object.entries(other)) {
    result[name] =
      typeof result[name] === 'object'
        ? merged(result[name] as Properties, value as Properties)
        : value;
  }
  return result;
}

const types = Object.entries(updateBehaviours);
const namePaths = types.flatMap(([type, { names }]) =>
  names.map(path => ({ type, path })),
);
const createOnlyPaths = types.flatMap(([type, { names, createOnly }]) =>
  createOnly.map(path => ({ type, path, nameAt: names.at(-1)! })),
);

it('knows every type that is made', () => {
  expect(Object.keys(updateBehaviours).sort()).toEqual(
    [...handledTypes].sort(),
  );
});

it.each(types)('knows whether a name of %s is generated', (type, behaviour) => {
  expect(handlerOf(type)?.generatedName === undefined).toBe(
    behaviour.isNameRequired ?? false,
  );
});

it.each([
  ['AWS::Glue::Trigger', 'Type', 'Name', /, or leave the name out/],
  [
    'AWS::RedshiftServerless::Namespace',
    'Tags',
    'NamespaceName',
    /Change NamespaceName together with it\.$/,
  ],
])('tells what to do about %s', (type, path, nameAt, remedy) => {
  const named = at(nameAt, 'orders');
  expect(() =>
    isReplacement(
      type,
      { name: 'orders', properties: named },
      { ...named, ...at(path, 'new') },
    ),
  ).toThrow(remedy);
});

describe.each(namePaths)('the name of $type in $path', ({ type, path }) => {
  it('is given by the template, or not', () => {
    expect(givenName(type, at(path, 'orders'))).toBe('orders');
    expect(givenName(type, {})).toBeUndefined();
  });

  it.each([
    ['another one', at(path, 'new')],
    ['none any more', {}],
  ])('%s is another resource', (_, now) => {
    const existing = { name: 'old', properties: at(path, 'old') };
    expect(isReplacement(type, existing, now)).toBe(true);
  });

  it('that was generated until now is another resource', () => {
    const existing = { name: 'old', properties: {} };
    expect(isReplacement(type, existing, at(path, 'new'))).toBe(true);
  });

  it('that is the generated one is refused', () => {
    const existing = { name: 'Old-0123456789ab', properties: {} };
    expect(() =>
      isReplacement(type, existing, at(path, 'Old-0123456789ab')),
    ).toThrow('Rename Old-0123456789ab and');
  });
});

describe.each(createOnlyPaths)(
  'a change of $path of $type',
  ({ type, path, nameAt }) => {
    const before = at(path, 'one');
    const now = at(path, 'two');

    it('is refused where the template keeps the name', () => {
      const existing = {
        name: 'orders',
        properties: merged(before, at(nameAt, 'orders')),
      };
      expect(() =>
        isReplacement(type, existing, merged(now, at(nameAt, 'orders'))),
      ).toThrow(
        `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename orders and update the stack again. ${path} changes from "one" to "two"`,
      );
    });

    it('is another resource where the name changes with it', () => {
      const existing = {
        name: 'orders',
        properties: merged(before, at(nameAt, 'orders')),
      };
      expect(
        isReplacement(type, existing, merged(now, at(nameAt, 'sales'))),
      ).toBe(true);
    });

    it('is another resource where the template gives no name', () => {
      const existing = { name: 'Orders-0123456789ab', properties: before };
      expect(isReplacement(type, existing, now)).toBe(true);
      expect(isReplacement(type, existing, {})).toBe(true);
    });

    it('is none where only the way of writing it differs', () => {
      const existing = { name: 'orders', properties: at(path, true) };
      expect(isReplacement(type, existing, at(path, 'true'))).toBe(false);
    });
  },
);

it.each<[string, Properties, Properties]>([
  ['AWS::Glue::Job', { Description: 'a' }, { Description: 'b' }],
  ['AWS::Glue::Trigger', { Schedule: 'cron(1)' }, { Schedule: 'cron(2)' }],
  ['AWS::Glue::Trigger', { StartOnCreation: true }, {}],
  [
    'AWS::Glue::Classifier',
    { CsvClassifier: { Name: 'orders', Delimiter: ',' } },
    { CsvClassifier: { Name: 'orders', Delimiter: ';' } },
  ],
  ['AWS::Redshift::Cluster', { NodeType: 'a' }, { NodeType: 'b' }],
  ['AWS::RedshiftServerless::Namespace', { DbName: 'a' }, { DbName: 'b' }],
  ['AWS::S3::Bucket', { Tags: [] }, { Tags: [{ Key: 'a', Value: 'b' }] }],
])('of %s, %j is changed in place to %j', (type, before, now) => {
  const existing = { name: 'orders', properties: before };
  expect(isReplacement(type, existing, now)).toBe(false);
});

it('names what has another type', () => {
  expect(typeChangeRefused(['A', 'B']).message).toContain(
    'Update of resource type is not permitted. The new template modifies resource type of the following resources: [A, B].',
  );
});
