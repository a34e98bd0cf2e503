import { type InputCase, lines, refused, right } from '../InputCase';

/** Rows that are read well, and are not what the pipeline wants. */
export const quality: InputCase[] = [
  {
    name: 'rows that do not meet the rules of quality',
    files: {
      'orders/a.csv': lines('id,country,price', '1,DE,5', '2,FR,-1', '3,XX,7'),
      'countries.csv': lines('code', 'DE', 'FR'),
    },
    sources: [
      { name: 'orders', key: 'orders/' },
      { name: 'countries', key: 'countries.csv' },
    ],
    quality: [
      { kind: 'unique', columns: ['id'] },
      { kind: 'rowCountChange', percent: 60 },
      {
        kind: 'referential',
        column: 'country',
        source: 'countries',
        sourceColumn: 'code',
        onFailure: 'quarantine',
      },
      { kind: 'range', column: 'price', min: '0', onFailure: 'warn' },
    ],
    expect: {
      right: {
        rows: [
          ['1', 'DE', '5'],
          ['2', 'FR', '-1'],
        ],
        outcomes: ['passed', 'unknown', 'quarantined', 'warned'],
      },
    },
    then: [
      {
        files: {
          'orders/a.csv': lines('id,country,price', '1,DE,5', '1,FR,6'),
        },
        expect: refused(
          'run',
          /quality\[0\] \(unique of id\): 1 of 2 rows repeat others/,
        ),
      },
      {
        files: {
          'orders/a.csv': lines(
            'id,country,price',
            ...[1, 2, 3, 4].map(id => `${id},DE,1`),
          ),
        },
        expect: refused(
          'run',
          /quality\[1\] \(rowCountChange\): the number of rows changed by 100 percent/,
        ),
      },
      {
        files: { 'orders/a.csv': lines('id,country,price', '9,DE,1') },
        expect: right([['9', 'DE', '1']]),
      },
    ],
  },
];
