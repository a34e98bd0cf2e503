import { type InputCase, lines, refused, right } from '../InputCase';

/** What lies in the folder, what comes and goes, and what the pipeline makes of it. */
export const files: InputCase[] = [
  {
    name: 'hidden files and folders',
    files: {
      'a.csv': lines('id,n', '1,2'),
      _SUCCESS: 'done',
      '.part.crc': 'x',
      '_temporary/b.csv': lines('id,n', '8,8'),
      '.hidden/c.csv': lines('id,n', '9,9'),
    },
    expect: right([['1', '2']]),
  },
  {
    name: 'files of other content in the folder',
    files: { 'a.csv': lines('id,n', '1,2') },
    later: { 'readme.txt': 'These are our numbers.\n' },
    expect: refused('run', /readme\.txt/),
  },
  {
    name: 'a partition that vanishes',
    sources: [{ copy: true }],
    catalog: { tables: 'crawled' },
    files: {
      'year=2023/a.csv': lines('id', '1'),
      'year=2024/a.csv': lines('id', '2'),
    },
    expect: right(
      [
        ['1', '2023'],
        ['2', '2024'],
      ],
      ['id bigint', 'year bigint'],
    ),
    then: [
      {
        files: { 'year=2023/a.csv': null },
        expect: right([['2', '2024']]),
      },
      {
        files: { 'year=2025/b.csv': lines('id', '3') },
        expect: right([
          ['2', '2024'],
          ['3', '2025'],
        ]),
      },
    ],
  },
  {
    name: 'files that have come, and none',
    sources: [{ incremental: 'files' }],
    load: { mode: 'append' },
    files: { 'a.csv': lines('id', '1') },
    expect: right([['1']]),
    then: [
      { files: { 'b.csv': lines('id', '2') }, expect: right([['1'], ['2']]) },
      { files: {}, expect: right([['1'], ['2']]) },
      {
        files: { 'a.csv': lines('id', '1', '3') },
        expect: refused('run', /a\.csv: was rewritten after its rows/),
      },
    ],
  },
  {
    name: 'copies of files that have come, and a rewritten one',
    sources: [{ incremental: 'files', copy: true }],
    load: { mode: 'merge', keys: ['id'] },
    files: { 'a.csv': lines('id,n', '1,x') },
    expect: right([['1', 'x']]),
    then: [
      {
        files: {
          'a.csv': lines('id,n', '1,y'),
          'b.csv': lines('id,n', '2,z'),
        },
        expect: right([
          ['1', 'y'],
          ['2', 'z'],
        ]),
      },
    ],
  },
  {
    name: 'partitions that look like numbers and are none',
    files: {
      'zone=01/a.csv': lines('id', '1'),
      'zone=1/a.csv': lines('id', '2'),
    },
    expect: right([
      ['1', '01'],
      ['2', '1'],
    ]),
  },
  {
    name: 'a file replaced by a folder',
    files: { 'a.csv': lines('id', '1') },
    sources: [{ key: 'a.csv' }],
    expect: right([['1']]),
    then: [
      {
        files: { 'a.csv': null, 'a.csv/b.csv': lines('id', '2') },
        expect: refused('run', /there is no object .*a\.csv/),
      },
    ],
  },
  {
    name: 'all files gone',
    files: { 'a.csv': lines('id', '1') },
    expect: right([['1']]),
    then: [
      { files: { 'a.csv': null }, expect: refused('run', /holds no data/) },
    ],
  },
  {
    name: 'no row left by the filter',
    files: { 'a.csv': lines('id,n', '1,2') },
    transform: [{ kind: 'filter', condition: 'n < 10' }],
    expect: right([['1', '2']]),
    then: [
      {
        files: { 'a.csv': lines('id,n', '1,20') },
        expect: refused('run', /no row is left/),
      },
    ],
  },
  {
    name: 'no row left, where that may be',
    files: { 'a.csv': lines('id,n', '1,2') },
    transform: [{ kind: 'filter', condition: 'n < 10' }],
    output: { whenEmpty: 'load' },
    expect: right([['1', '2']]),
    then: [{ files: { 'a.csv': lines('id,n', '1,20') }, expect: right([]) }],
  },
  {
    name: 'keys of two types',
    files: {
      'left/a.csv': lines('id,x', '1,a'),
      'right/a.csv': lines('id,y', 'one,b'),
    },
    sources: [
      { name: 'lefts', key: 'left/' },
      { name: 'rights', key: 'right/' },
    ],
    transform: [
      {
        kind: 'join',
        source: 'rights',
        keys: [{ left: 'id', right: 'id' }],
      },
    ],
    expect: refused(
      'form',
      /transform\[0\]\.keys\[0\]: compares "id", a bigint/,
    ),
  },
  {
    name: 'an empty text as the name of a folder',
    files: { 'a.csv': lines('id,part', '1,x') },
    sources: [
      {
        csv: { nullWords: [] },
        columns: [
          { name: 'id', type: 'bigint' },
          { name: 'part', type: 'string' },
        ],
      },
    ],
    output: { partitionBy: ['part'] },
    later: { 'b.csv': lines('id,part', '2,') },
    expect: refused('run', /part/),
  },
];
