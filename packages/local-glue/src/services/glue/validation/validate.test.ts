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
    [{}, "Value at 'Name' is not valid: it is required."],
    [{ Name: null }, "Value at 'Name' is not valid: it is required."],
    [{ Name: 7 }, "Value at 'Name' is not valid: it must be a string."],
    [
      { Name: '' },
      "Value at 'Name' is not valid: it must have at least 1 character.",
    ],
    [
      { Name: 'abcdef' },
      "Value at 'Name' is not valid: it must have at most 5 characters, and has 6.",
    ],
    [
      { Name: 'a', Type: 'C' },
      "Value at 'Type' is not valid: it must be one of A, B.",
    ],
    [
      { Name: 'a', Line: 'X' },
      "Value at 'Line' is not valid: it must be lower case.",
    ],
    [
      { Name: 'a', Count: 0 },
      "Value at 'Count' is not valid: it must be at least 1.",
    ],
    [
      { Name: 'a', Count: 4 },
      "Value at 'Count' is not valid: it must be at most 3.",
    ],
    [
      { Name: 'a', Count: 1.5 },
      "Value at 'Count' is not valid: it must be a whole number.",
    ],
    [
      { Name: 'a', Share: '1' },
      "Value at 'Share' is not valid: it must be a number.",
    ],
    [
      { Name: 'a', Enabled: 'true' },
      "Value at 'Enabled' is not valid: it must be true or false.",
    ],
    [
      { Name: 'a', At: 'yesterday' },
      "Value at 'At' is not valid: it must be a timestamp in seconds since 1970.",
    ],
    [
      { Name: 'a', Items: 'x' },
      "Value at 'Items' is not valid: it must be a list.",
    ],
    [
      { Name: 'a', Items: [] },
      "Value at 'Items' is not valid: it must have at least 1 element.",
    ],
    [
      { Name: 'a', Items: [{ Key: 'x' }, {}] },
      "Value at 'Items[1].Key' is not valid: it is required.",
    ],
    [
      { Name: 'a', Items: [null] },
      "Value at 'Items[0]' is not valid: it must not be null.",
    ],
    [
      { Name: 'a', Tags: { a: '1', b: '2' } },
      "Value at 'Tags' is not valid: it must have at most 1 entry, and has 2.",
    ],
    [
      { Name: 'a', Tags: { long: '1' } },
      "Value at 'Tags key' is not valid: it must have at most 3 characters, and has 4.",
    ],
    [
      { Name: 'a', Tags: ['x'] },
      "Value at 'Tags' is not valid: it must be a map.",
    ],
    [[], 'The request is not valid: it must be a structure.'],
  ])('refuses %j', (input, message) => {
    expect(() => validate(shape, input)).toThrow(
      expect.objectContaining({ code: 'InvalidInputException', message }),
    );
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
