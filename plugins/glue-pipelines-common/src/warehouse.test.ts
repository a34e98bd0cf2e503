import {
  parseRedshiftArn,
  parseRedshiftTable,
  parseWarehouseTable,
  warehouseTableTag,
} from './warehouse';

describe('parseWarehouseTable', () => {
  it.each([
    [
      'workgroup/covid-hiring/dev.public.covid_hiring',
      ['workgroup', 'covid-hiring', 'dev', 'public', 'covid_hiring'],
    ],
    [
      'cluster/shared-1/sales-db.Mart.orders_2026',
      ['cluster', 'shared-1', 'sales-db', 'Mart', 'orders_2026'],
    ],
  ])('reads %s, and writes it again', (tag, parts) => {
    const ref = parseWarehouseTable(` ${tag}\n`);
    expect([
      ref.kind,
      ref.warehouse,
      ref.database,
      ref.schema,
      ref.table,
    ]).toEqual(parts);
    expect(warehouseTableTag(ref)).toBe(tag);
    // What a tag's value may be (Tagging AWS Resources User Guide).
    expect(tag).toMatch(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u);
  });

  it.each([
    ['', "must begin with 'workgroup/' or 'cluster/'"],
    ['dev.public.t', "must begin with 'workgroup/' or 'cluster/'"],
    ['database/x/dev.public.t', "must begin with 'workgroup/' or 'cluster/'"],
    ['workgroup/abc', "must have two '/'"],
    ['workgroup/abc/dev.public.t/x', "must have two '/'"],
    ['workgroup/ab/dev.public.t', 'the name of the workgroup must be 3 to 64'],
    [
      `workgroup/${'a'.repeat(65)}/dev.public.t`,
      'the name of the workgroup must be 3 to 64',
    ],
    ['workgroup/ABC/dev.public.t', 'the name of the workgroup must be'],
    ['cluster/1a/dev.public.t', 'the name of the cluster must be 1 to 63'],
    ['cluster/a--b/dev.public.t', 'the name of the cluster must be 1 to 63'],
    ['cluster/a/public.t', "must be separated by two '.'"],
    ['cluster/a/dev.public.t.u', "must be separated by two '.'"],
    ['cluster/a/dev..t', 'the name of the schema must be 1 to 127'],
    ['cluster/a/dev.public.', 'the name of the table must be 1 to 127'],
    [`cluster/a/dev.public.${'t'.repeat(128)}`, 'the name of the table'],
    ['cluster/a/dev.public.t"; drop table x', 'the name of the table'],
    ['cluster/a/dev.public.t\0', 'the name of the table'],
    ['cluster/a/dev.public.-t', 'the name of the table'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(() => parseWarehouseTable(text)).toThrow(problem);
  });

  it('repeats only the beginning of a long text', () => {
    expect(() => parseWarehouseTable('x'.repeat(10_000))).toThrow(
      /^'x{120}…' is not a table of a warehouse/,
    );
  });
});

describe('parseRedshiftTable', () => {
  it('reads the value of the annotation', () => {
    expect(parseRedshiftTable('dev.public.covid_hiring')).toEqual({
      database: 'dev',
      schema: 'public',
      table: 'covid_hiring',
    });
  });

  it.each(['covid_hiring', 'a.b.c.d', 'dev.public.a b', ''])(
    'refuses %j',
    text => {
      expect(() => parseRedshiftTable(text)).toThrow(
        'Expected <database>.<schema>.<table>',
      );
    },
  );
});

describe('parseRedshiftArn', () => {
  it.each([
    [
      'cluster',
      'arn:aws:redshift:eu-west-1:123456789012:cluster:shared',
      'shared',
    ],
    [
      'workgroup',
      'arn:aws:redshift-serverless:eu-west-1:123456789012:workgroup/covid-hiring',
      'covid-hiring',
    ],
    [
      'workgroup',
      'arn:aws:redshift-serverless:eu-west-1:123456789012:workgroup/6b3c1b9e-0f4e-4d0c-9c1a-2f6d3a6f0a11',
      undefined,
    ],
  ] as const)('reads the %s of %s', (kind, arn, name) => {
    expect(parseRedshiftArn(arn, kind)).toEqual({
      kind,
      partition: 'aws',
      region: 'eu-west-1',
      accountId: '123456789012',
      ...(name && { name }),
    });
  });

  it.each([
    ['cluster', 'shared', "it must begin with 'arn:'"],
    [
      'cluster',
      'arn:aws:redshift-serverless:eu-west-1:123456789012:workgroup/x',
      "the service is 'redshift-serverless', not 'redshift'",
    ],
    [
      'cluster',
      'arn:aws:redshift:eu-west-1:123456789012:namespace:x',
      "does not begin with 'cluster:'",
    ],
    [
      'workgroup',
      'arn:aws:redshift-serverless:eu-west-1:123456789012:workgroup/UPPER',
      'the name of the workgroup must be',
    ],
    [
      'workgroup',
      'arn:aws-cn:redshift-serverless:eu-west-1:123456789012:workgroup/abc',
      "is in the partition 'aws'",
    ],
  ] as const)('says of a %s what is wrong with %j', (kind, arn, problem) => {
    expect(() => parseRedshiftArn(arn, kind)).toThrow(problem);
  });
});
