import type {
  CatalogColumn,
  CrawledTable,
  StorageDescriptor,
} from './CrawlExecutor';
import { FileSchema, mergeSchemas } from './FileSchema';
import { CrawledFile, TableGroup } from './groupTables';
import { sanitiseName, uniqueNames } from './names';

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

/**
 * A table as Glue's crawlers write it into the Data Catalog: its descriptor
 * with the Hive formats and serialization library, its parameters and its
 * partitions. Partition keys are always `string`.
 */
export function describeTable(
  group: TableGroup,
  name: string,
  bucket: string,
  crawlerName: string,
): CrawledTable {
  const schema = mergeSchemas(group.files.map(file => file.schema));
  const names = uniqueNames([
    ...schema.columns.map((column, index) =>
      sanitiseName(column.name, `col${index}`),
    ),
    ...group.partitionKeys.map((key, index) =>
      sanitiseName(key, `partition_${index}`),
    ),
  ]);
  const columns: CatalogColumn[] = schema.columns.map((column, index) => ({
    Name: names[index],
    Type: column.type,
  }));
  const format = tableFormat(schema, columns);
  const common = {
    CrawlerSchemaDeserializerVersion: '1.0',
    CrawlerSchemaSerializerVersion: '1.0',
    UPDATED_BY_CRAWLER: crawlerName,
    classification: schema.format,
    compressionType: schema.compression,
    typeOfData: 'file',
    ...format.parameters,
  };
  const descriptor = (
    location: string,
    files: readonly CrawledFile[],
  ): StorageDescriptor => ({
    Columns: columns,
    Location: `s3://${bucket}/${location}`,
    InputFormat: format.inputFormat,
    OutputFormat: format.outputFormat,
    Compressed: schema.compression !== 'none',
    NumberOfBuckets: -1,
    SerdeInfo: {
      SerializationLibrary: format.library,
      Parameters: format.serdeParameters,
    },
    BucketColumns: [],
    SortColumns: [],
    Parameters: { ...common, ...sizes(files) },
    StoredAsSubDirectories: false,
  });
  return {
    name,
    storageDescriptor: descriptor(group.location, group.files),
    partitionKeys: names
      .slice(columns.length)
      .map(key => ({ Name: key, Type: 'string' })),
    parameters: {
      ...common,
      ...sizes(group.files),
      ...(group.partitionKeys.length > 0 && {
        'partition_filtering.enabled': 'true',
      }),
    },
    partitions: group.partitions.map(({ values, location, files }) => ({
      values,
      storageDescriptor: descriptor(location, files),
    })),
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
        parameters: {},
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
  const { delimiter, isQuoted, hasHeader } = csv ?? {
    delimiter: ',',
    isQuoted: false,
    hasHeader: false,
  };
  const parameters: Record<string, string> = {
    areColumnsQuoted: String(isQuoted),
    columnsOrdered: 'true',
    delimiter,
    ...(hasHeader && { 'skip.header.line.count': '1' }),
  };
  if (!isQuoted) {
    return {
      library: 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe',
      serdeParameters: { 'field.delim': delimiter } as Record<string, string>,
      parameters,
    };
  }
  return {
    library: 'org.apache.hadoop.hive.serde2.OpenCSVSerde',
    serdeParameters: { separatorChar: delimiter, quoteChar: '"' } as Record<
      string,
      string
    >,
    parameters,
  };
}
