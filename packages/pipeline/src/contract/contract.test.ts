import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parsePipeline } from '../parsePipeline';
import type { PipelineInput } from '../pipelineFields';
import { joinedPipeline } from '../testing/pipelines';
import { contractChanges, contractMarkdown } from './contractChanges';
import {
  dataContract,
  type ContractProperty,
  type DataContract,
} from './dataContract';

const contractOf = (changes: Partial<PipelineInput> = {}) =>
  dataContract(parsePipeline({ ...joinedPipeline(), ...changes }));

describe('dataContract', () => {
  it('says what the table is, whose, and what it has', () => {
    expect(contractOf()).toEqual({
      apiVersion: 'v3.0.2',
      kind: 'DataContract',
      id: 'covid-hiring.dev.public.covid_hiring_table',
      name: 'covid-hiring',
      version: '1.0.0',
      status: 'active',
      description: { purpose: 'Compares new cases with job postings' },
      team: [{ username: 'group:default/data-engineering', role: 'owner' }],
      servers: [
        {
          server: 'covid-hiring',
          type: 'redshift',
          database: 'dev',
          schema: 'public',
          description: 'The workgroup covid-hiring of Amazon Redshift',
        },
      ],
      schema: [
        {
          name: 'covid_hiring_table',
          physicalName: 'covid_hiring_table',
          logicalType: 'object',
          physicalType: 'table',
          properties: [
            ['date', 'date', 'DATE'],
            ['iso_code', 'string', 'VARCHAR(65535)'],
            ['new_cases', 'integer', 'BIGINT'],
            ['post_date', 'date', 'DATE'],
            ['postings', 'integer', 'BIGINT'],
          ].map(([name, logicalType, physicalType]) => ({
            name,
            logicalType,
            physicalType,
            required: false,
          })),
        },
      ],
    });
  });

  it('says keys, rules and promises', () => {
    const {
      schema: [table],
      slaProperties,
    } = contractOf({
      quality: [
        { kind: 'completeness', column: 'postings' },
        { kind: 'completeness', column: 'iso_code', onFailure: 'warn' },
      ],
      warehouse: { table: 't', load: { mode: 'merge', keys: ['date'] } },
      promises: {
        by: { time: '07:00', timezone: 'UTC' },
        freshHours: 26,
        longestMinutes: 30,
      },
    });
    expect(table.properties.filter(({ required }) => required)).toMatchObject([
      { name: 'date', primaryKey: true, primaryKeyPosition: 1 },
      { name: 'postings' },
    ]);
    expect(table.quality).toMatchObject(
      [
        { type: 'text', description: /postings has a value/ },
        { description: /iso_code has a value/ },
      ].map(({ description, ...rest }) => ({
        ...rest,
        description: expect.stringMatching(description),
      })),
    );
    expect(
      slaProperties?.map(({ property, value, unit }) => [
        property,
        value,
        unit,
      ]),
    ).toEqual([
      ['timeOfAvailability', '07:00 UTC', undefined],
      ['latency', 26, 'h'],
      ['duration', 30, 'm'],
    ]);
  });

  it('has the columns of versions', () => {
    const [{ properties }] = contractOf({
      warehouse: { table: 't', load: { mode: 'history', keys: ['date'] } },
    }).schema;
    expect(properties.slice(-3).map(({ name }) => name)).toEqual([
      'valid_from',
      'valid_to',
      'is_current',
    ]);
    expect(properties[0]).toMatchObject({ name: 'date', required: true });
    expect(properties[0].primaryKey).toBeUndefined();
  });

  it('has the types that the job load gives the columns', () => {
    const load = readFileSync(
      resolve(__dirname, '../../../../etl-scripts/load.py'),
      'utf8',
    );
    const [, table] = /REDSHIFT_TYPES[^{]*\{([^}]*)\}/.exec(load)!;
    const types = Object.fromEntries(
      [...table.matchAll(/"(\w+)": "([^"]+)"/g)].map(([, type, name]) => [
        type,
        name,
      ]),
    );
    const input = joinedPipeline();
    const { properties } = dataContract(
      parsePipeline({
        ...input,
        sources: [
          {
            ...input.sources[0],
            columns: [
              ...Object.keys(types).map(type => ({
                name: `of_${type}`,
                type: type as 'int',
              })),
              {
                name: 'of_decimal',
                type: 'decimal' as const,
                precision: 9,
                scale: 2,
              },
            ],
          },
        ],
        transform: [],
      }),
    ).schema[0];
    expect(
      Object.fromEntries(
        properties.map(({ name, physicalType }) => [name, physicalType]),
      ),
    ).toEqual({
      ...Object.fromEntries(
        Object.entries(types).map(([type, name]) => [`of_${type}`, name]),
      ),
      of_decimal: 'DECIMAL(9,2)',
    });
  });
});

describe('contractChanges', () => {
  const withColumns = (...properties: ContractProperty[]): DataContract => {
    const contract = contractOf();
    return {
      ...contract,
      schema: [{ ...contract.schema[0], properties }],
    };
  };
  const column = (physicalType: string, required = false) => ({
    name: 'a',
    physicalType,
    required,
  });

  it.each<[string, ContractProperty[], ContractProperty[], string[]]>([
    ['nothing', [column('DATE')], [column('DATE')], []],
    ['a new column', [], [column('DATE')], ['added']],
    ['one that is gone', [column('DATE')], [], ['removed!']],
    ['another type', [column('DATE')], [column('INTEGER')], ['retyped!']],
    ['larger numbers', [column('INTEGER')], [column('BIGINT')], ['widened']],
    ['smaller numbers', [column('BIGINT')], [column('INTEGER')], ['narrowed!']],
    [
      'more digits',
      [column('DECIMAL(9,2)')],
      [column('DECIMAL(12,3)')],
      ['widened'],
    ],
    [
      'fewer whole digits, though more in all',
      [column('DECIMAL(9,2)')],
      [column('DECIMAL(10,4)')],
      ['narrowed!'],
    ],
    [
      'values that may be missing',
      [column('DATE', true)],
      [column('DATE')],
      ['optional!'],
    ],
    ['values that are there', [column('DATE')], [column('DATE', true)], []],
    [
      'a type that only a run can tell',
      [column('DATE')],
      [{ name: 'a', required: false }],
      ['retyped!'],
    ],
  ])('tells %s', (_, before, after, expected) => {
    expect(
      contractChanges(withColumns(...before), withColumns(...after)).map(
        ({ kind, breaks }) => `${kind}${breaks ? '!' : ''}`,
      ),
    ).toEqual(expected);
  });

  it('takes a table that goes elsewhere for gone', () => {
    const changes = contractChanges(
      withColumns(column('DATE')),
      contractOf({ warehouse: { table: 'other' } }),
    );
    expect(changes).toEqual([
      {
        column: 'a',
        kind: 'removed',
        breaks: true,
        words:
          'covid-hiring.dev.public.covid_hiring_table is not loaded any more; covid-hiring.dev.public.other is',
      },
    ]);
  });

  it('is a table of Markdown, the breaking first', () => {
    const changes = contractChanges(
      withColumns({ name: 'b', physicalType: 'DATE', required: false }),
      withColumns(column('DATE')),
    );
    expect(contractMarkdown(changes)).toBe(
      `### Data contract

**1 change may break those who read the table.** Tell them first.

| column | change | | |
| --- | --- | --- | --- |
| b | removed | DATE is gone | may break readers |
| a | added | DATE is new |  |
`,
    );
    expect(contractMarkdown([])).toContain('stay as they are');
    expect(contractMarkdown(changes.slice(1))).toContain('Nothing that reads');
  });
});
