import { AwsError } from '../base/AwsError';
import { readJson, writeJson, writeJsonError } from './json';

describe('writeJson', () => {
  it.each<[string, unknown, string]>([
    ['no output', undefined, '{}'],
    [
      'a timestamp as epoch seconds with fractions',
      { StartedOn: new Date(1_700_000_000_250) },
      '{"StartedOn":1700000000.25}',
    ],
    [
      'timestamps at any depth',
      { Runs: [{ StartedOn: new Date(2000) }] },
      '{"Runs":[{"StartedOn":2}]}',
    ],
    [
      'absent members left out',
      { Name: 'a', Description: undefined, Graph: null },
      '{"Name":"a"}',
    ],
    ['empty lists kept', { Nodes: [] }, '{"Nodes":[]}'],
    ['false and 0 kept', { Ok: false, Count: 0 }, '{"Ok":false,"Count":0}'],
    ['a blob as base64', { Blob: Buffer.from('abc') }, '{"Blob":"YWJj"}'],
    ['big integers as numbers', { Rows: 3n }, '{"Rows":3}'],
    [
      'members with any name',
      JSON.parse('{"Properties":{"__proto__":"a"}}'),
      '{"Properties":{"__proto__":"a"}}',
    ],
  ])('writes %s', (_what, output, expected) => {
    expect(writeJson(output)).toBe(expected);
  });
});

it('writes timestamps in ISO 8601 for services whose model says so', () => {
  expect(writeJson({ a: [{ at: new Date(0) }] }, 'date-time')).toBe(
    '{"a":[{"at":"1970-01-01T00:00:00.000Z"}]}',
  );
});

describe('readJson', () => {
  it('reads an object, and an empty body as an empty input', () => {
    expect(readJson(Buffer.from('{"Name":"a"}'))).toEqual({ Name: 'a' });
    expect(readJson(Buffer.from(''))).toEqual({});
  });

  it.each(['{', '[]', 'null', '"text"', '1'])('rejects %s', body => {
    expect(() => readJson(Buffer.from(body))).toThrow(
      expect.objectContaining({
        code: 'SerializationException',
        statusCode: 400,
      }),
    );
  });
});

it('writes an error for clients of either spelling of the message', () => {
  const error = new AwsError('EntityNotFoundException', 'no workflow "a"');
  expect(JSON.parse(writeJsonError(error))).toEqual({
    __type: 'EntityNotFoundException',
    message: 'no workflow "a"',
    Message: 'no workflow "a"',
  });
});
