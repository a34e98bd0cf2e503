import { ResultColumn, ResultValue } from '../../warehouse/results';
import { Statement, SubStatement } from './StatementStore';

/** The members that statements and parts of a batch have in common. */
export function partOutput(part: SubStatement) {
  return {
    Id: part.id,
    Status: part.status,
    CreatedAt: new Date(part.createdAt),
    UpdatedAt: new Date(part.updatedAt),
    Duration: part.durationNanoseconds ?? -1,
    HasResultSet: part.hasResultSet,
    ResultRows: part.resultRows,
    ResultSize: part.resultBytes,
    Error: part.error,
    QueryString: part.sql || undefined,
    RedshiftQueryId: part.queryId,
  };
}

/** What the answers to ExecuteStatement and BatchExecuteStatement say. */
export function acceptedOutput(statement: Statement) {
  return {
    Id: statement.id,
    CreatedAt: new Date(statement.createdAt),
    Database: statement.database,
    ClusterIdentifier: statement.clusterIdentifier,
    WorkgroupName: statement.workgroupName,
    DbUser: statement.dbUser,
    SecretArn: statement.secretArn,
  };
}

/** A value as the Data API's Field. */
export function fieldOutput(value: ResultValue, { typeName }: ResultColumn) {
  if (value === null) return { isNull: true };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  return typeName.startsWith('float')
    ? { doubleValue: value }
    : { longValue: value };
}

const numericTypes = /^(int|float|numeric)/;

export function columnMetadata(column: ResultColumn) {
  return {
    name: column.name,
    label: column.name,
    typeName: column.typeName,
    precision: column.precision,
    scale: column.scale,
    length: 0,
    nullable: 1,
    isCaseSensitive: column.typeName === 'varchar',
    isCurrency: false,
    isSigned: numericTypes.test(column.typeName),
    schemaName: '',
    tableName: '',
  };
}
