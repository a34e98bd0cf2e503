import { redshiftNames } from '../columns/columnNames';
import { resultColumns } from '../columns/resultColumns';
import { digitsOf, plainType, type RowType } from '../columns/rowTypes';
import type { ColumnType } from '../columns/columnFields';
import type { Pipeline } from '../pipelineFields';
import { qualityWords } from '../quality/rules';
import { warehouseOf } from '../warehouseOf';

/** One column of the table, in the words of the standard. */
export interface ContractProperty {
  name: string;
  /** Absent where only a run can tell the type. */
  logicalType?: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  /** The type of Redshift. */
  physicalType?: string;
  required: boolean;
  primaryKey?: boolean;
  primaryKeyPosition?: number;
}

/**
 * The contract of a table: Open Data Contract Standard v3.0.2, of the Bitol
 * project of LF AI & Data.
 */
export interface DataContract {
  apiVersion: 'v3.0.2';
  kind: 'DataContract';
  id: string;
  name: string;
  version: string;
  status: 'active';
  description: { purpose: string };
  tags?: string[];
  team: { username: string; role: 'owner' }[];
  servers: {
    server: string;
    type: 'redshift';
    database: string;
    schema: string;
    description: string;
  }[];
  schema: {
    name: string;
    physicalName: string;
    logicalType: 'object';
    physicalType: 'table';
    properties: ContractProperty[];
    quality?: { type: 'text'; description: string }[];
  }[];
  slaProperties?: {
    property: string;
    value: number | string;
    unit?: string;
    description: string;
  }[];
}

const LOGICAL: Record<ColumnType, ContractProperty['logicalType']> = {
  boolean: 'boolean',
  int: 'integer',
  bigint: 'integer',
  double: 'number',
  decimal: 'number',
  string: 'string',
  date: 'date',
  // The standard has no type of its own for moments.
  timestamp: 'date',
};

/** As the job `load` makes the columns of the table. */
const PHYSICAL: Record<ColumnType, string> = {
  boolean: 'BOOLEAN',
  int: 'INTEGER',
  bigint: 'BIGINT',
  double: 'DOUBLE PRECISION',
  decimal: 'DECIMAL',
  string: 'VARCHAR(65535)',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
};

function physicalType(type: RowType): string | undefined {
  const plain = plainType(type)!;
  if (plain !== 'decimal') {
    return PHYSICAL[plain];
  }
  const digits = digitsOf(type);
  return digits && `DECIMAL(${digits.precision},${digits.scale})`;
}

function typesOf(type: RowType | undefined): Partial<ContractProperty> {
  if (type === undefined) {
    return {};
  }
  const physical = physicalType(type);
  return {
    logicalType: LOGICAL[plainType(type)!],
    ...(physical && { physicalType: physical }),
  };
}

/** What versions of rows have beside their columns (`history`). */
const VERSION_COLUMNS: ContractProperty[] = [
  { name: 'valid_from', ...typesOf('timestamp'), required: true },
  { name: 'valid_to', ...typesOf('timestamp'), required: false },
  { name: 'is_current', ...typesOf('boolean'), required: true },
];

/**
 * The columns of the table. One is required where a rule stops a run that
 * lacks a value of it, or it is a key of the load.
 */
function properties(pipeline: Pipeline): ContractProperty[] {
  const columns = resultColumns(pipeline, () => {}) ?? new Map();
  const names = [...columns.keys()];
  const stored = redshiftNames(names);
  const { mode, keys = [] } = pipeline.warehouse.load;
  const complete = pipeline.quality.flatMap(rule =>
    rule.kind === 'completeness' &&
    rule.onFailure !== 'warn' &&
    rule.atLeast === 1
      ? [rule.column]
      : [],
  );
  return [
    ...names.map((name, index) => {
      const position = keys.indexOf(name) + 1;
      return {
        name: stored[index],
        ...typesOf(columns.get(name)),
        required: position > 0 || complete.includes(name),
        // A key of versions is there more than once.
        ...(position > 0 &&
          mode === 'merge' && {
            primaryKey: true,
            primaryKeyPosition: position,
          }),
      };
    }),
    ...(mode === 'history' ? VERSION_COLUMNS : []),
  ];
}

function promises({
  promises: { by, every, freshHours, longestMinutes } = {},
}: Pipeline): NonNullable<DataContract['slaProperties']> {
  return [
    ...(by
      ? [
          {
            property: 'timeOfAvailability',
            value: `${by.time} ${by.timezone}`,
            description: 'By this time of each day a run has ended well',
          },
        ]
      : []),
    ...(every
      ? [
          {
            property: 'frequency',
            value: every.hours,
            unit: 'h',
            description: 'A run ends well at least once in so many hours',
          },
        ]
      : []),
    ...(freshHours === undefined
      ? []
      : [
          {
            property: 'latency',
            value: freshHours,
            unit: 'h',
            description: 'The table is never older than so many hours',
          },
        ]),
    ...(longestMinutes === undefined
      ? []
      : [
          {
            property: 'duration',
            value: longestMinutes,
            unit: 'm',
            description: 'No run takes longer than so many minutes',
          },
        ]),
  ];
}

/**
 * The contract of the table that a pipeline loads.
 *
 * @public
 */
export function dataContract(pipeline: Pipeline): DataContract {
  const { name, description, owner, tags, quality } = pipeline;
  const { database, schema, table } = pipeline.warehouse;
  const warehouse = warehouseOf(pipeline);
  const rules = qualityWords(quality);
  const sla = promises(pipeline);
  return {
    apiVersion: 'v3.0.2',
    kind: 'DataContract',
    id: `${name}.${database}.${schema}.${table}`,
    name,
    version: '1.0.0',
    status: 'active',
    description: { purpose: description },
    ...(tags.length > 0 && { tags }),
    team: [{ username: owner, role: 'owner' }],
    servers: [
      {
        server: warehouse.name,
        type: 'redshift',
        database,
        schema,
        description: `The ${warehouse.kind} ${warehouse.name} of Amazon Redshift`,
      },
    ],
    schema: [
      {
        name: table,
        physicalName: table,
        logicalType: 'object',
        physicalType: 'table',
        properties: properties(pipeline),
        ...(rules.length > 0 && {
          quality: rules.map(rule => ({
            type: 'text' as const,
            description: rule,
          })),
        }),
      },
    ],
    ...(sla.length > 0 && { slaProperties: sla }),
  };
}
