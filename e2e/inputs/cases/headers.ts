import { type InputCase, lines, refused, right } from '../InputCase';

const TEXTS = [
  ['x', 'y'],
  ['z', 'w'],
] as const;

/** Names of columns. */
export const headers: InputCase[] = [
  {
    name: 'a header over columns of texts only',
    files: { 'a.csv': lines('first,second', 'x,y', 'z,w') },
    expect: right(TEXTS, [
      'first character varying(65535)',
      'second character varying(65535)',
    ]),
  },
  {
    name: 'texts without a header',
    files: { 'a.csv': lines('x,y', 'z,w') },
    sources: [{ csv: { header: false } }],
    expect: right(TEXTS, [
      'col0 character varying(65535)',
      'col1 character varying(65535)',
    ]),
  },
  {
    name: 'a source with and one without a header in one pipeline',
    files: {
      'people/a.csv': lines('id,name', 'a,Ann', 'b,Ben'),
      'towns/a.csv': lines('a,Graz', 'b,Lyon'),
    },
    sources: [
      { name: 'people', key: 'people/' },
      { name: 'towns', key: 'towns/', csv: { header: false } },
    ],
    transform: [
      {
        kind: 'join',
        source: 'towns',
        keys: [{ left: 'id', right: 'col0' }],
      },
      { kind: 'select', columns: ['name', 'col1'] },
    ],
    expect: right([
      ['Ann', 'Graz'],
      ['Ben', 'Lyon'],
    ]),
  },
  {
    name: 'blanks, umlauts and punctuation in names',
    files: {
      'orders.csv': lines(
        'Order No,Sold On,Länge (mm),Net Price,in stock?',
        '1,2024-03-01,1.5,10.25,true',
        '2,2024-03-01,2.5,21.25,false',
        '3,2024-04-01,3.0,12.25,true',
      ),
    },
    transform: [
      {
        kind: 'filter',
        condition: '`länge (mm)` > 1 and `in stock?` is not null',
      },
      {
        kind: 'aggregate',
        groupBy: [{ column: 'sold on' }],
        measures: [{ function: 'sum', column: 'net price', as: 'revenue' }],
      },
    ],
    expect: right(
      [
        ['2024-03-01', '31.50'],
        ['2024-04-01', '12.25'],
      ],
      ['sold_on date', 'revenue numeric(28,2)'],
    ),
  },
  {
    name: 'the same column twice',
    files: { 'a.csv': lines('id,name,id', '1,x,2') },
    expect: refused('form', /id.* twice/),
  },
  {
    name: 'names that differ by case only',
    files: { 'a.csv': lines('Id,name,id', '1,x,2') },
    expect: refused('form', /id.* twice/),
  },
  {
    name: 'a column without a name',
    files: { 'a.csv': lines('id,,name', '1,2,x') },
    expect: refused('form', /no name|without a name|empty/),
  },
  {
    name: 'reserved words as names',
    files: { 'a.csv': lines('order,select,group', '1,2,3') },
    transform: [
      { kind: 'filter', condition: '`order` = 1 and `select` < `group`' },
    ],
    expect: right(
      [['1', '2', '3']],
      ['order bigint', 'select bigint', 'group bigint'],
    ),
  },
  {
    name: 'a delimiter and quotes inside of a name',
    files: { 'a.csv': lines('"last, first","a ""b"""', 'x,1') },
    expect: right(
      [['x', '1']],
      ['last__first character varying(65535)', 'a__b_ bigint'],
    ),
  },
  {
    name: 'a byte order mark before the header',
    files: { 'a.csv': `\uFEFF${lines('id,name', '1,x')}` },
    expect: right([['1', 'x']], ['id bigint', 'name character varying(65535)']),
  },
  {
    name: 'names beyond the alphabet, two of which become one',
    files: { 'a.csv': lines('é,è,\u{1F600}', '1,2,3') },
    expect: right([['1', '2', '3']], ['_ bigint', '__2 bigint', '__3 bigint']),
  },
  {
    name: 'a name of 200 characters',
    files: { 'a.csv': lines(`${'n'.repeat(200)},b`, '1,2') },
    expect: right([['1', '2']], [`${'n'.repeat(127)} bigint`, 'b bigint']),
  },
  {
    name: 'a name that begins with a digit',
    files: { 'a.csv': lines('2nd,b', 'x,y') },
    expect: right(
      [['x', 'y']],
      ['_2nd character varying(65535)', 'b character varying(65535)'],
    ),
  },
  {
    name: 'a header and nothing else',
    files: { 'a.csv': lines('id,name') },
    expect: refused('form', /header but no rows/),
  },
  {
    name: 'a single column',
    files: { 'a.csv': lines('name', 'x', 'y') },
    expect: right([['x'], ['y']], ['name character varying(65535)']),
  },
  {
    name: 'files whose headers differ by case and order',
    files: {
      'a.csv': lines('id,a,b', '1,10,20'),
      'b.csv': lines('B,ID,A', '200,2,100'),
    },
    expect: right([
      ['1', '10', '20'],
      ['2', '100', '200'],
    ]),
  },
  {
    name: 'a file in which a column is new',
    files: {
      'a.csv': lines('id,a', '1,10'),
    },
    later: { 'b.csv': lines('extra,id,a', 'x,2,20') },
    expect: right([
      ['1', '10'],
      ['2', '20'],
    ]),
  },
  {
    name: 'a file that lacks a column',
    files: { 'a.csv': lines('id,a,b', '1,10,20') },
    later: { 'b.csv': lines('id,b', '2,200') },
    expect: refused('run', /b\.csv.*has no column a\b/),
  },
];
