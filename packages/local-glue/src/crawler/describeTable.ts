import { columnName, uniqueNames } from '@glue-pipelines/pipeline/columns';
import type {
  CatalogColumn,
  CrawledTable,
  StorageDescriptor,
} from './CrawlExecutor';
import { FileSchema, mergeSchemas } from './FileSchema';
import { CrawledFile, TableGroup } from './groupTables';

interface TableFormat {
  inputFormat: string;
  outputFormat: string;
  library: string;
  serdeParameters: Record<string, string>;
  /** Besides those that every table has. */
  parameters: Record<string, string>;
}

const textFormats = {
  inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
};

export interface TableOrigin {
  name: string;
  bucket: string;
  crawlerName: string;
  /** The target's exclude patterns, as `s3://` URIs. */
  exclusions: string[];
}

/**
 * A table as Glue's crawlers write it into the Data Catalog: its descriptor
 * with the Hive formats and serialization library, its parameters and its
 * partitions. Partition keys are always `string`.
 */
export function describeTable(
  group: TableGroup,
  { name, bucket, crawlerName, exclusions }: TableOrigin,
): CrawledTable {
  const table = describeFiles(group.files, group.partitionKeys, crawlerName);
  const descriptor = (
    { columns, format, parameters }: FilesDescription,
    location: string,
  ): StorageDescriptor => ({
    Columns: columns,
    Location: `s3://${bucket}/${location}`,
    InputFormat: format.inputFormat,
    OutputFormat: format.outputFormat,
    Compressed: parameters.compressionType !== 'none',
    NumberOfBuckets: -1,
    SerdeInfo: {
      SerializationLibrary: format.library,
      Parameters: format.serdeParameters,
    },
    BucketColumns: [],
    SortColumns: [],
    Parameters: parameters,
    StoredAsSubDirectories: false,
  });
  return {
    name,
    storageDescriptor: descriptor(table, group.location),
    partitionKeys: table.partitionKeys,
    parameters: {
      ...table.parameters,
      // "These patterns are also stored as a property of tables created by the
      // crawler" (AWS Glue Developer Guide, "Include and exclude patterns").
      ...(exclusions.length > 0 && { exclusions: JSON.stringify(exclusions) }),
      ...(group.partitionKeys.length > 0 && {
        'partition_filtering.enabled': 'true',
      }),
    },
    partitions: group.partitions.map(({ values, location, files }) => ({
      values,
      storageDescriptor: descriptor(
        describeFiles(files, group.partitionKeys, crawlerName),
        location,
      ),
    })),
  };
}

interface FilesDescription {
  columns: CatalogColumn[];
  partitionKeys: CatalogColumn[];
  format: TableFormat;
  parameters: Record<string, string>;
}

/** What the files of a table, or of a partition, are. */
function describeFiles(
  files: readonly CrawledFile[],
  partitionKeys: readonly string[],
  crawlerName: string,
): FilesDescription {
  const schema = mergeSchemas(files.map(file => file.schema));
  const names = uniqueNames([
    ...schema.columns.map((column, index) =>
      columnName(column.name, `col${index}`),
    ),
    ...partitionKeys.map((key, index) => columnName(key, `partition_${index}`)),
  ]);
  const columns = schema.columns.map((column, index) => ({
    Name: names[index],
    Type: column.type,
  }));
  const format = tableFormat(schema, columns);
  return {
    columns,
    partitionKeys: names
      .slice(columns.length)
      .map(key => ({ Name: key, Type: 'string' })),
    format,
    parameters: {
      CrawlerSchemaDeserializerVersion: '1.0',
      CrawlerSchemaSerializerVersion: '1.0',
      UPDATED_BY_CRAWLER: crawlerName,
      classification: schema.format,
      compressionType: schema.compression,
      typeOfData: 'file',
      ...format.parameters,
      ...sizes(files),
    },
  };
}

function sizes(files: readonly CrawledFile[]): Record<string, string> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const records = files.reduce((sum, file) => sum + file.recordCount, 0);
  return {
    averageRecordSize: String(records > 0 ? Math.ceil(size / records) : 0),
    objectCount: String(files.length),
    recordCount: String(records),
    sizeKey: String(size),
  };
}

function tableFormat(
  schema: FileSchema,
  columns: readonly CatalogColumn[],
): TableFormat {
  switch (schema.format) {
    case 'parquet':
      return {
        inputFormat:
          'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
        outputFormat:
          'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
        library: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
        serdeParameters: { 'serialization.format': '1' },
        parameters: {},
      };
    case 'json':
      return {
        ...textFormats,
        library: 'org.openx.data.jsonserde.JsonSerDe',
        serdeParameters: {
          paths: schema.columns.map(({ name }) => name).join(','),
          ...renamedMembers(schema, columns),
        },
        parameters: schema.json?.isCustom ? { jsonPath: schema.json.path } : {},
      };
    default:
      return { ...textFormats, ...csvFormat(schema.csv) };
  }
}

/** How the library finds members whose names the catalog cannot have. */
function renamedMembers(
  schema: FileSchema,
  columns: readonly CatalogColumn[],
): Record<string, string> {
  return Object.fromEntries(
    schema.columns.flatMap(({ name }, index) =>
      name.toLowerCase() === columns[index].Name
        ? []
        : [[`mapping.${columns[index].Name}`, name]],
    ),
  );
}

function csvFormat(csv: FileSchema['csv']) {
  const { delimiter, quote, isQuoted, hasHeader, serde } = csv!;
  const parameters: Record<string, string> = {
    areColumnsQuoted: String(isQuoted),
    columnsOrdered: 'true',
    delimiter,
    ...(hasHeader && { 'skip.header.line.count': '1' }),
  };
  const library = serde ?? (isQuoted ? 'OpenCSVSerDe' : 'LazySimpleSerDe');
  return library === 'OpenCSVSerDe'
    ? {
        library: 'org.apache.hadoop.hive.serde2.OpenCSVSerde',
        serdeParameters: {
          separatorChar: delimiter,
          quoteChar: quote,
        } as Record<string, string>,
        parameters,
      }
    : {
        library: 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe',
        serdeParameters: { 'field.delim': delimiter } as Record<string, string>,
        parameters,
      };
}
