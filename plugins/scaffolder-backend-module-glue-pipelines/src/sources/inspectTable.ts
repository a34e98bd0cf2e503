import {
  GetPartitionsCommand,
  GetTableCommand,
  type Column,
  type GlueClient,
  type Table,
} from '@aws-sdk/client-glue';
import { MAX_PRECISION } from '@glue-pipelines/pipeline';
import type { InferredType } from './inferType';
import type { SourceInspection } from './inspectSource';
import { SourceError } from './SourceError';
import { typedColumns } from './typedColumns';
import type { TypedField } from './TypedField';

interface NamedTable {
  database: string;
  name: string;
  where?: string;
}

/** By these SerDes files are written that a run reads. */
const SERDES = [
  'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
  'org.apache.hadoop.hive.ql.io.orc.OrcSerde',
  'org.apache.hadoop.hive.serde2.avro.AvroSerDe',
  'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe',
  'org.apache.hadoop.hive.serde2.OpenCSVSerde',
  'org.openx.data.jsonserde.JsonSerDe',
  'org.apache.hive.hcatalog.data.JsonSerDe',
  'org.apache.hadoop.hive.serde2.JsonSerDe',
];

/** What Hive's types are for a pipeline; nested ones are read as their JSON. */
const TYPES: Record<string, InferredType['type']> = {
  boolean: 'boolean',
  tinyint: 'int',
  smallint: 'int',
  int: 'int',
  integer: 'int',
  bigint: 'bigint',
  float: 'double',
  double: 'double',
  string: 'string',
  varchar: 'string',
  char: 'string',
  date: 'date',
  timestamp: 'timestamp',
  struct: 'string',
  array: 'string',
  map: 'string',
};

function fieldOf({ Name: name = '', Type: words = 'string' }: Column) {
  const [, kind, precision = '10', scale = '0'] =
    /^(\w+)(?:\((\d+)(?:,\s*(\d+))?\))?/.exec(words.toLowerCase()) ?? [];
  if (kind !== 'decimal') {
    const type = TYPES[kind!];
    return { name, words, ...(type && { type: { type } }) };
  }
  const fits = Number(precision) <= MAX_PRECISION;
  const type: InferredType = {
    type: 'decimal',
    precision: Number(precision),
    scale: Number(scale),
  };
  return { name, words, ...(fits && { type }) };
}

function refuse({ Parameters: parameters = {}, ...table }: Table) {
  const other = ['iceberg', 'delta', 'hudi'].find(kind =>
    [parameters.table_type, parameters['spark.sql.sources.provider']].some(
      said => said?.toLowerCase() === kind,
    ),
  );
  if (table.TableType === 'VIRTUAL_VIEW' || other) {
    throw new SourceError(
      `is ${other ? `a table of ${other}` : 'a view'}, and a run reads tables of files: choose another`,
      'table.name',
    );
  }
  const serde = table.StorageDescriptor?.SerdeInfo?.SerializationLibrary;
  if (!SERDES.includes(serde ?? '')) {
    throw new SourceError(
      `is read by ${serde ?? 'no SerDe'}, and a run reads Avro, CSV, JSON, ORC and Parquet: choose another table`,
      'table.name',
    );
  }
}

/** The folder of a table as `uri` of a source says it. */
function folderOf(location: string): string {
  const uri = location.replace(/^s3[an]:/, 's3:');
  return uri.endsWith('/') ? uri : `${uri}/`;
}

/** What an answer of Glue means for the person who named the table. */
function tableProblem(error: unknown, table: NamedTable): Error {
  if (error instanceof SourceError || !(error instanceof Error)) {
    return error instanceof Error ? error : new Error(String(error));
  }
  const name = `${table.database}.${table.name}`;
  switch (error.name) {
    case 'EntityNotFoundException':
      return new SourceError(
        `there is no table ${name} in the Data Catalog: correct the names`,
        'table',
      );
    case 'AccessDeniedException':
      return new SourceError(
        `the portal may not look up the table ${name}: allow glue:GetTable and glue:GetPartitions on it to the portal's role`,
        'table',
      );
    case 'InvalidInputException':
      return new SourceError(
        `the Data Catalog does not take it: ${error.message}`,
        'table.where',
      );
    default:
      return new SourceError(
        `the Data Catalog does not say what ${name} is: ${error.name}: ${error.message}`,
        'table',
      );
  }
}

/**
 * Looks up a source that is a table of the Data Catalog: that a run can read
 * it, which columns it has, and where it lies. No file is read.
 *
 * @throws SourceError with what is wrong and what to do about it
 */
export async function inspectTable(
  glue: GlueClient,
  table: NamedTable,
  signal?: AbortSignal,
): Promise<SourceInspection & { uri: string }> {
  const options = { abortSignal: signal };
  try {
    const { Table: found = {} as Table } = await glue.send(
      new GetTableCommand({ DatabaseName: table.database, Name: table.name }),
      options,
    );
    refuse(found);
    const { Columns = [], Location = '' } = found.StorageDescriptor ?? {};
    const keys = found.PartitionKeys ?? [];
    if (table.where && keys.length === 0) {
      throw new SourceError(
        'is a condition on partition keys, and the table has none: remove it, and add a step filter',
        'table.where',
      );
    }
    if (table.where) {
      await glue.send(
        new GetPartitionsCommand({
          DatabaseName: table.database,
          TableName: table.name,
          Expression: table.where,
          MaxResults: 1,
        }),
        options,
      );
    }
    const object = `${table.database}.${table.name}`;
    const fields: TypedField[] = [...Columns, ...keys].map(fieldOf);
    return {
      ...typedColumns([{ object, fields }]),
      objects: [object],
      uri: folderOf(Location),
    };
  } catch (error) {
    throw signal?.aborted ? error : tableProblem(error, table);
  }
}
