import { inferType } from './inferType';

describe('inferType', () => {
  it.each<[string, string[], object]>([
    ['whole numbers', ['1', '-20', '0'], { type: 'bigint' }],
    ['blanks around numbers', [' 1', '2 '], { type: 'bigint' }],
    ['18 digits', ['999999999999999999'], { type: 'bigint' }],
    [
      '20 digits',
      ['12345678901234567890'],
      { type: 'decimal', precision: 38, scale: 0 },
    ],
    ['leading zeros', ['00501', '10001'], { type: 'string' }],
    ['decimals', ['1.5', '2'], { type: 'decimal', precision: 18, scale: 2 }],
    [
      'many decimals',
      ['0.1234567890123456'],
      { type: 'decimal', precision: 18, scale: 16 },
    ],
    [
      'decimals of many digits',
      ['12345678901234567.125'],
      { type: 'decimal', precision: 38, scale: 3 },
    ],
    ['scientific notation', ['1.5e3', '2'], { type: 'double' }],
    ['truth', ['true', 'FALSE'], { type: 'boolean' }],
    ['other words for it', ['yes', 'no'], { type: 'string' }],
    ['numbers for it', ['0', '1'], { type: 'bigint' }],
    ['ISO dates', ['2024-02-29'], { type: 'date' }],
    ['a date that does not exist', ['2023-02-29'], { type: 'string' }],
    [
      'dates by year with slashes',
      ['2024/02/29'],
      { type: 'date', format: 'yyyy/MM/dd' },
    ],
    ['dates with dots', ['31.01.2024'], { type: 'date', format: 'dd.MM.yyyy' }],
    [
      'dates with dots and single digits',
      ['31.01.2024', '1.2.2024'],
      { type: 'date', format: 'd.M.yyyy' },
    ],
    [
      'days first',
      ['01/02/2024', '31/01/2024'],
      { type: 'date', format: 'dd/MM/yyyy' },
    ],
    [
      'months first, single digits',
      ['1/2/2024', '1/31/2024'],
      { type: 'date', format: 'M/d/yyyy' },
    ],
    [
      'names of months',
      ['05-Mar-2024'],
      { type: 'date', format: 'dd-MMM-yyyy' },
    ],
    [
      'moments, with and without offsets',
      ['2024-01-01T10:00:00Z', '2024-01-01 10:00', '2024-01-01 10:00:00.5+02'],
      { type: 'timestamp' },
    ],
    [
      'dates and moments',
      ['2024-01-01', '2024-01-01 10:00'],
      { type: 'string' },
    ],
    ['currencies', ['€ 5', '€ 6'], { type: 'string' }],
    ['thousands', ['1,234.50'], { type: 'string' }],
    ['numbers and words', ['17', 'B-5'], { type: 'string' }],
  ])('takes %s %j for %j', (_, values, expected) =>
    expect(inferType(values)).toEqual(expected),
  );

  it.each<[string, string[], string]>([
    ['no value', [], 'has no value in the sample'],
    ['dates of both orders', ['01/02/2024'], 'declare it as a date'],
    ['dates of mixed orders', ['31/01/2024', '01/31/2024'], 'different orders'],
    ['more digits than there are', ['1'.repeat(39)], 'numbers of 39 digits'],
    ['words for a missing value', ['1', 'NA', '-'], 'csv.nullWords'],
  ])('says what to know of %s', (_, values, note) => {
    const found = inferType(values);
    expect(found.type).toBe('string');
    expect(found.note).toContain(note);
  });
});
