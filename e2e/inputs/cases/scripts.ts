import { type InputCase, lines, refused, right } from '../InputCase';

const WRITTEN = `from pyspark.sql import functions as F


def doubled(rows, customers):
    known = rows.join(customers, rows.customer == customers.key)
    return known.select((F.col("price") * 2).cast("bigint").alias("price"), "name")
`;

const FAULTY = `def strict(rows):
    return rows.select("no_such_column")
`;

/** Functions of the repository, in the jobs as they are deployed. */
export const scripts: InputCase[] = [
  {
    name: 'functions of the repository, one written and one as it was made',
    files: {
      'orders.csv': lines('customer,price', '1,5', '2,6', '3,7'),
      'customers.csv': lines('key,name', '1,ada', '2,bo'),
    },
    sources: [
      { name: 'orders', key: 'orders.csv' },
      { name: 'customers', key: 'customers.csv' },
    ],
    transform: [
      {
        kind: 'script',
        function: 'doubled',
        sources: ['customers'],
        columns: [
          { name: 'name', type: 'string' },
          { name: 'price', type: 'bigint' },
        ],
      },
      { kind: 'filter', condition: 'price > 10' },
      {
        kind: 'script',
        function: 'as_made',
        columns: [
          { name: 'price', type: 'double' },
          { name: 'name', type: 'string' },
          { name: 'more', type: 'date' },
        ],
      },
    ],
    scripts: { doubled: WRITTEN },
    expect: right(
      [['12', 'bo', null]],
      ['price double precision', 'name character varying(65535)', 'more date'],
    ),
  },
  {
    name: 'a function of the repository that fails',
    files: { 'a.csv': lines('id', '1') },
    transform: [
      {
        kind: 'script',
        function: 'strict',
        columns: [{ name: 'id', type: 'bigint' }],
      },
    ],
    scripts: { strict: FAULTY },
    expect: refused(
      'run',
      /transform\[0\] \(strict of jobs\/scripts\/strict\.py\): AnalysisException: .*no_such_column/,
    ),
  },
];
