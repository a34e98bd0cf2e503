import { CliError } from './CliError';
import { exitCodes } from './exitCodes';
import { LocalGlueClient } from './LocalGlueClient';
import { poll } from './poll';

interface Field {
  isNull?: boolean;
  booleanValue?: boolean;
  longValue?: number;
  doubleValue?: number;
  stringValue?: string;
  blobValue?: string;
}

export type Value = string | number | boolean | null;

/** What a statement returned. */
export interface Result {
  columns: { name: string; typeName?: string }[];
  rows: Value[][];
  /** Whether it returns rows at all, were there none; CREATE TABLE does not. */
  hasRows: boolean;
}

/** Where a statement runs, as the Data API names it. */
export interface QueryTarget {
  WorkgroupName?: string;
  ClusterIdentifier?: string;
  Database: string;
}

const pollMilliseconds = 50;

/** Runs one statement through the Redshift Data API. Rejects with a `CliError`. */
export async function query(
  client: LocalGlueClient,
  Sql: string,
  target: QueryTarget,
  signal: AbortSignal,
): Promise<Result> {
  const { Id } = await client.call('redshift-data', 'ExecuteStatement', {
    ...target,
    Sql,
  });
  const look = async () => {
    const statement = await client.call<{
      Status: string;
      Error?: string;
      HasResultSet?: boolean;
    }>('redshift-data', 'DescribeStatement', { Id });
    if (statement.Status === 'FINISHED') {
      return statement.HasResultSet
        ? fetchResult(client, Id)
        : { columns: [], rows: [], hasRows: false };
    }
    if (['FAILED', 'ABORTED'].includes(statement.Status)) {
      throw new CliError(
        statement.Error ?? `The query was ${statement.Status}.`,
        exitCodes.failed,
        'QueryFailed',
      );
    }
    return undefined;
  };
  return poll(look, {
    milliseconds: pollMilliseconds,
    signal,
    async interrupted() {
      await client.call('redshift-data', 'CancelStatement', { Id });
      return 'The query was cancelled.';
    },
  });
}

async function fetchResult(
  client: LocalGlueClient,
  Id: string,
): Promise<Result> {
  const result: Result = { columns: [], rows: [], hasRows: true };
  for await (const page of client.pages<{
    ColumnMetadata?: Result['columns'];
    Records?: Field[][];
  }>('redshift-data', 'GetStatementResult', { Id })) {
    result.columns = page.ColumnMetadata ?? result.columns;
    for (const record of page.Records ?? []) {
      result.rows.push(record.map(valueOf));
    }
  }
  return result;
}

function valueOf(field: Field): Value {
  if (field.isNull) return null;
  return (
    field.stringValue ??
    field.longValue ??
    field.doubleValue ??
    field.booleanValue ??
    field.blobValue ??
    null
  );
}
