import {
  boolean,
  document,
  double,
  integer,
  list,
  map,
  oneOf,
  string,
  structure,
  timestamp,
} from './shape';
import { validate } from './validate';

const shape = structure(
  { Name: string({ min: 1, max: 5 }) },
  {
    Type: oneOf('A', 'B'),
    Line: string({
      pattern: { expression: /^[a-z]*$/, says: 'must be lower case' },
    }),
    Count: integer({ min: 1, max: 3 }),
    Share: double(),
    Enabled: boolean(),
    At: timestamp(),
    Items: list(structure({ Key: string() }), { min: 1, max: 2 }),
    Tags: map(string({ max: 3 }), string(), { max: 1 }),
    Raw: document(),
  },
);

describe('validate', () => {
  it.each([
    [{}, "Value null at 'Name'", 'not be null'],
    [{ Name: null }, "Value null at 'Name'", 'not be null'],
    [
      { Name: '' },
      "Value '' at 'Name'",
      'have length greater than or equal to 1',
    ],
    [
      { Name: 'abcdef' },
      "Value 'abcdef' at 'Name'",
      'have length less than or equal to 5',
    ],
    [
      { Name: 'a', Type: 'C' },
      "Value 'C' at 'Type'",
      'satisfy enum value set: [A, B]',
    ],
    [
      { Name: 'a', Line: 'X' },
      "Value 'X' at 'Line'",
      'satisfy regular expression pattern: ^[a-z]*$ (it must be lower case)',
    ],
    [
      { Name: 'a', Count: 0 },
      "Value '0' at 'Count'",
      'have value greater than or equal to 1',
    ],
    [
      { Name: 'a', Count: 4 },
      "Value '4' at 'Count'",
      'have value less than or equal to 3',
    ],
    [
      { Name: 'a', Items: [] },
      "Value at 'Items'",
      'have length greater than or equal to 1',
    ],
    [
      { Name: 'a', Items: [{ Key: 'x' }, {}] },
      "Value null at 'Items[1].Key'",
      'not be null',
    ],
    [{ Name: 'a', Items: [null] }, "Value null at 'Items[0]'", 'not be null'],
    [
      { Name: 'a', Tags: { a: '1', b: '2' } },
      "Value at 'Tags'",
      'have length less than or equal to 1',
    ],
    [
      { Name: 'a', Tags: { long: '1' } },
      "Value 'long' at 'Tags key'",
      'have length less than or equal to 3',
    ],
    [{ Name: 'a', Tags: { a: null } }, "Value null at 'Tags.a'", 'not be null'],
  ])('refuses %j', (input, value, constraint) => {
    expect(() => validate(shape, input)).toThrow(
      expect.objectContaining({
        code: 'ValidationException',
        message: `1 validation error detected: ${value} failed to satisfy constraint: Member must ${constraint}`,
      }),
    );
  });

  it.each([
    [{ Name: 7 }, "The value at 'Name' is a number", 'a string'],
    [
      { Name: 'a', Count: 1.5 },
      "The value at 'Count' is a number",
      'a whole number',
    ],
    [{ Name: 'a', Share: '1' }, "The value at 'Share' is a string", 'a number'],
    [
      { Name: 'a', Enabled: 'true' },
      "The value at 'Enabled' is a string",
      'true or false',
    ],
    [
      { Name: 'a', At: 'yesterday' },
      "The value at 'At' is a string",
      'a timestamp in seconds since 1970',
    ],
    [{ Name: 'a', Items: 'x' }, "The value at 'Items' is a string", 'a list'],
    [{ Name: 'a', Tags: ['x'] }, "The value at 'Tags' is a list", 'a map'],
    [[], 'The request is a list', 'a structure'],
  ])('cannot read %j', (input, value, wanted) => {
    expect(() => validate(shape, input)).toThrow(
      expect.objectContaining({
        code: 'SerializationException',
        message: `${value}, which cannot be read as ${wanted}.`,
      }),
    );
  });

  it('does not repeat what is secret', () => {
    const secret = structure({}, { Key: string({ max: 3, sensitive: true }) });
    expect(() => validate(secret, { Key: 'hush!' })).toThrow(
      "detected: Value at 'Key' failed",
    );
  });

  it('names everything that is wrong', () => {
    expect(() => validate(shape, { Type: 'C', Count: 9 })).toThrow(
      /^3 validation errors detected: .*'Name'.*; .*'Type'.*; .*'Count'/,
    );
  });

  it('counts characters, not the halves of which UTF-16 makes some', () => {
    const Name = '\u{1F680}'.repeat(5);
    expect(validate(shape, { Name })).toEqual({ Name });
  });

  it('returns what the shape knows, with dates', () => {
    const input = {
      Name: 'a',
      At: 1.5,
      Items: [{ Key: 'k', Other: 1 }],
      Tags: { a: 'v' },
      Raw: { any: ['thing'] },
      Enabled: false,
      Type: null,
      Unknown: true,
    };
    expect(validate(shape, input)).toEqual({
      Name: 'a',
      At: new Date(1500),
      Items: [{ Key: 'k' }],
      Tags: { a: 'v' },
      Raw: { any: ['thing'] },
      Enabled: false,
    });
  });

  it('keeps a map key that objects have by inheritance', () => {
    const { Tags } = validate<{ Tags: object }>(
      structure({}, { Tags: map(string(), string()) }),
      JSON.parse('{"Tags": {"__proto__": "x"}}'),
    );
    expect(Object.entries(Tags)).toEqual([['__proto__', 'x']]);
  });
});
