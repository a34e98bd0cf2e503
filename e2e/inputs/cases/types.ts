import { type InputCase, lines, refused, right } from '../InputCase';

const GROUP_OF_ALL: NonNullable<InputCase['transform']> = [
  {
    kind: 'aggregate',
    groupBy: [{ expression: "'all'", as: 'part' }],
    measures: [{ function: 'sum', column: 'n', as: 'total' }],
  },
];

/** Numbers, dates, moments and words for true and false. */
export const types: InputCase[] = [
  {
    name: 'ten times 0.1',
    files: { 'a.csv': lines('n', ...Array<string>(10).fill('0.1')) },
    transform: GROUP_OF_ALL,
    expect: right([['all', '1.00']]),
  },
  {
    name: 'numbers of 20 digits',
    files: {
      'a.csv': lines('id', '12345678901234567890', '12345678901234567891'),
    },
    expect: right([['12345678901234567890'], ['12345678901234567891']]),
  },
  {
    name: 'numbers of 38 digits, and of more',
    files: {
      'a.csv': lines('id,far', `${'9'.repeat(38)},${'1'.repeat(45)}`),
    },
    expect: right([['9'.repeat(38), '1'.repeat(45)]]),
  },
  {
    name: 'leading zeros',
    files: { 'a.csv': lines('zip,n', '00501,1', '10001,2') },
    expect: right([
      ['00501', '1'],
      ['10001', '2'],
    ]),
  },
  {
    name: 'decimals that need more places later',
    files: { 'a.csv': lines('id,price', '1,1.25') },
    later: { 'b.csv': lines('id,price', '2,1.755') },
    expect: refused('run', /price/),
  },
  {
    name: 'whole numbers that become decimals',
    files: { 'a.csv': lines('id,n', '1,2', '2,3') },
    expect: right([
      ['1', '2'],
      ['2', '3'],
    ]),
    then: [
      {
        files: { 'a.csv': lines('id,n', '1,1.75', '2,2.5') },
        expect: refused('run', /\bn\b/),
      },
      {
        files: { 'a.csv': lines('id,n', '1,7') },
        expect: right([['1', '7']]),
      },
    ],
  },
  {
    name: 'semicolons and decimal commas',
    files: { 'a.csv': lines('id;price', '1;1,50', '2;12,75') },
    sources: [{ csv: { delimiter: ';' } }],
    transform: [{ kind: 'filter', condition: 'price > 1.5' }],
    expect: right([['2', '12.75']]),
  },
  {
    name: 'scientific notation',
    files: { 'a.csv': lines('id,n', '1,1.5e3', '2,2E-1') },
    expect: right(
      [
        ['1', '1500'],
        ['2', '0.2'],
      ],
      ['id bigint', 'n double precision'],
    ),
  },
  {
    name: 'thousands and currencies',
    files: { 'a.csv': lines('id,a,b', '1,"1,234.50",€ 5', '2,"2,000.00",€ 6') },
    expect: right([
      ['1', '1,234.50', '€ 5'],
      ['2', '2,000.00', '€ 6'],
    ]),
  },
  {
    name: 'numbers among texts',
    files: { 'a.csv': lines('id,code', '1,17', '2,B-5') },
    expect: right([
      ['1', '17'],
      ['2', 'B-5'],
    ]),
  },
  {
    name: 'dates in ISO 8601 and with slashes by year',
    files: { 'a.csv': lines('a,b', '2024-02-29,2024/03/01') },
    expect: right([['2024-02-29', '2024-03-01']], ['a date', 'b date']),
  },
  {
    name: 'dates with dots, and with the names of months',
    files: {
      'a.csv': lines('a,b', '31.01.2024,05-Mar-2024', '01.02.2024,06-Apr-2024'),
    },
    expect: right(
      [
        ['2024-01-31', '2024-03-05'],
        ['2024-02-01', '2024-04-06'],
      ],
      ['a date', 'b date'],
    ),
  },
  {
    name: 'the day before the month, as one of the dates tells',
    files: { 'a.csv': lines('id,a', '1,01/02/2024', '2,31/01/2024') },
    expect: right([
      ['1', '2024-02-01'],
      ['2', '2024-01-31'],
    ]),
  },
  {
    name: 'the month before the day, as one of the dates tells',
    files: { 'a.csv': lines('id,a', '1,01/02/2024', '2,01/31/2024') },
    expect: right([
      ['1', '2024-01-02'],
      ['2', '2024-01-31'],
    ]),
  },
  {
    name: 'dates that do not tell which is the month',
    files: { 'a.csv': lines('id,a', '1,01/02/2024') },
    expect: right(
      [['1', '01/02/2024']],
      ['id bigint', 'a character varying(65535)'],
    ),
  },
  {
    name: 'a day that does not exist',
    files: { 'a.csv': lines('id,a', '1,2024-02-28') },
    later: { 'b.csv': lines('id,a', '2,2023-02-29') },
    expect: refused('run', /\ba\b/),
  },
  {
    name: 'moments with offsets',
    files: {
      'a.csv': lines(
        'id,at',
        '1,2024-01-01T10:00:00Z',
        '2,2024-01-01T10:00:00+02:00',
      ),
    },
    expect: right(
      [
        ['1', '2024-01-01 10:00:00'],
        ['2', '2024-01-01 08:00:00'],
      ],
      ['id bigint', 'at timestamp without time zone'],
    ),
  },
  {
    name: 'moments of a time zone, in winter and in summer',
    files: {
      'a.csv': lines('id,at', '1,15.01.2024 12:00', '2,15.07.2024 12:00'),
    },
    sources: [
      {
        columns: [
          { name: 'id', type: 'bigint' },
          {
            name: 'at',
            type: 'timestamp',
            format: 'dd.MM.yyyy HH:mm',
            zone: 'Europe/Berlin',
          },
        ],
      },
    ],
    expect: right([
      ['1', '2024-01-15 11:00:00'],
      ['2', '2024-07-15 10:00:00'],
    ]),
  },
  {
    name: 'moments with fractions of a second',
    files: { 'a.csv': lines('id,at', '1,2024-01-01 10:00:00.123456') },
    expect: right([['1', '2024-01-01 10:00:00.123456']]),
  },
  {
    name: 'true and false in any case',
    files: { 'a.csv': lines('id,b', '1,TRUE', '2,false', '3,') },
    expect: right(
      [
        ['1', 'true'],
        ['2', 'false'],
        ['3', null],
      ],
      ['id bigint', 'b boolean'],
    ),
  },
  {
    name: 'other words for true and false',
    files: { 'a.csv': lines('id,b,c', '1,yes,yes', '2,No,no') },
    sources: [
      {
        columns: [
          { name: 'id', type: 'bigint' },
          { name: 'b', type: 'boolean', format: 'yes|no' },
          { name: 'c', type: 'string' },
        ],
      },
    ],
    expect: right([
      ['1', 'true', 'yes'],
      ['2', 'false', 'no'],
    ]),
  },
  {
    name: 'a sum beyond 64 bits',
    files: { 'a.csv': lines('n', '999999999999999999') },
    sources: [{ columns: [{ name: 'n', type: 'bigint' }] }],
    later: {
      'a.csv': lines('n', '9223372036854775807', '1'),
    },
    transform: GROUP_OF_ALL,
    expect: refused('run', /overflow/i),
  },
  {
    name: 'a number beyond its type',
    files: { 'a.csv': lines('id,n', '1,2') },
    sources: [
      {
        columns: [
          { name: 'id', type: 'int' },
          { name: 'n', type: 'bigint' },
        ],
      },
    ],
    later: { 'b.csv': lines('id,n', '2147483648,3') },
    expect: refused('run', /\bid\b/),
  },
  {
    name: 'a missing value where none may be missing',
    files: { 'a.csv': lines('id,n', '1,2') },
    sources: [
      {
        columns: [
          { name: 'id', type: 'bigint', nullable: false },
          { name: 'n', type: 'bigint' },
        ],
      },
    ],
    later: { 'b.csv': lines('id,n', ',3') },
    expect: refused('run', /\bid\b/),
  },
  {
    name: 'a column without any value',
    files: { 'a.csv': lines('id,note', '1,', '2,') },
    expect: right([
      ['1', null],
      ['2', null],
    ]),
  },
  {
    name: 'an expression that reads a file of the host',
    files: { 'a.csv': lines('id', '1') },
    transform: [
      {
        kind: 'filter',
        condition: "(select max(value) from text.`file:///etc/hostname`) <> ''",
      },
    ],
    expect: refused('form', /transform\[0\]\.condition[^]*subquery/),
  },
  {
    name: 'an expression that calls Java',
    files: { 'a.csv': lines('id', '1') },
    transform: [
      {
        kind: 'filter',
        condition: "java_method('java.lang.System', 'getenv', 'PATH') <> ''",
      },
    ],
    expect: refused('form', /transform\[0\]\.condition[^]*java_method/),
  },
  {
    name: 'a filter that names a column there is not',
    files: { 'a.csv': lines('id,state', '1,x') },
    transform: [{ kind: 'filter', condition: "status = 'x'" }],
    expect: refused('form', /transform\[0\]\.condition[^]*"status"/),
  },
];
