import { documentLines } from './jsonDocument';

const RECORDS = '$.data.records[*]';

describe('documentLines', () => {
  it.each<[string, string, string, string[]]>([
    [
      'an array',
      '[{"id": 1}, {"id":\r\n2}]',
      '$[*]',
      ['{"id": 1}', '{"id":  2}'],
    ],
    [
      'an array within objects',
      '{"n": [1, {"data": 2}], "data": {"x": "]}", "records": [{"a": "\\"]"}]}}',
      RECORDS,
      ['{"a": "\\"]"}'],
    ],
    ['an empty array', '{"data": {"records": [ ]}}', RECORDS, []],
    ['numbers as they stand', '[1.50, 1E3]', '$[*]', ['1.50', '1E3']],
  ])('takes the elements of %s', (_, text, path, lines) =>
    expect(documentLines(text, true, path)).toBe(lines.join('\n')),
  );

  it.each<[string, string | undefined]>([
    ['{"data": {"records": [{"id": 1}, {"id": 2}', '{"id": 1}'],
    ['{"data": {"records": [{"id": 1}', undefined],
    ['{"data": {"rec', undefined],
    ['{"n": [1, 2', undefined],
  ])('takes what is whole of the beginning %s', (text, lines) =>
    expect(documentLines(text, false, RECORDS)).toBe(lines),
  );

  it.each([
    '{"data": {"records": {"id": 1}}}',
    '{"data": {}}',
    '{"data": []}',
    '[{"id": 1}]',
    'a,b',
    '{"data": {"rec',
  ])('refuses %s', text =>
    expect(() => documentLines(text, true, RECORDS)).toThrow(
      'has no array at $.data.records[*]: name the place',
    ),
  );
});
