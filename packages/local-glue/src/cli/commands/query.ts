import { CliError } from '../CliError';
import { examples, RegisterCommand } from '../Command';
import { formatTable } from '../format/table';
import { GlobalOptions } from '../GlobalOptions';
import { LocalGlueClient } from '../LocalGlueClient';
import { pause } from '../pause';

interface QueryOptions extends GlobalOptions {
  database: string;
}

interface Field {
  isNull?: boolean;
  booleanValue?: boolean;
  longValue?: number;
  doubleValue?: number;
  stringValue?: string;
  blobValue?: string;
}

interface Column {
  name: string;
  typeName?: string;
}

interface Result {
  columns: Column[];
  rows: Field[][];
}

const pollMilliseconds = 50;
const numberTypes = /^(int|float|numeric|decimal|double|bigint|smallint|real)/;

/** `query "<sql>"`: runs SQL in the warehouse and prints the rows. */
export const registerQuery: RegisterCommand = (program, context) => {
  program
    .command('query')
    .description('run SQL in the warehouse')
    .argument('<sql>', 'one statement')
    .option('--database <name>', 'the Redshift database', 'dev')
    .addHelpText(
      'after',
      examples(
        'query "select count(*) from covid_hiring_table"',
        'query "select * from covid_hiring_table limit 5" --json',
      ),
    )
    .action(async (sql: string, _options, command) => {
      const options: QueryOptions = command.optsWithGlobals();
      const result = await execute(
        context.client(options),
        sql,
        options.database,
        context.signal,
      );
      const { terminal } = context;
      if (options.json) {
        terminal.print(JSON.stringify(asObjects(result)));
      } else {
        formatResult(result).forEach(line => terminal.print(line));
      }
    });
};

async function execute(
  client: LocalGlueClient,
  Sql: string,
  Database: string,
  signal: AbortSignal,
): Promise<Result> {
  // The machine has one warehouse behind every workgroup; the API wants one named.
  const { Id } = await client.call('redshift-data', 'ExecuteStatement', {
    Sql,
    Database,
    WorkgroupName: 'local-glue',
  });
  for (;;) {
    const statement = await client.call<{
      Status: string;
      Error?: string;
      HasResultSet?: boolean;
    }>('redshift-data', 'DescribeStatement', { Id });
    if (statement.Status === 'FINISHED') {
      return statement.HasResultSet
        ? fetchResult(client, Id)
        : { columns: [], rows: [] };
    }
    if (['FAILED', 'ABORTED'].includes(statement.Status)) {
      throw new CliError(
        statement.Error ?? `The query was ${statement.Status}.`,
      );
    }
    if (signal.aborted) {
      await client.call('redshift-data', 'CancelStatement', { Id });
      throw new CliError('The query was cancelled.', 130);
    }
    await pause(pollMilliseconds, signal);
  }
}

async function fetchResult(
  client: LocalGlueClient,
  Id: string,
): Promise<Result> {
  const result: Result = { columns: [], rows: [] };
  let NextToken: string | undefined;
  do {
    const page = await client.call<{
      ColumnMetadata?: Column[];
      Records?: Field[][];
      NextToken?: string;
    }>('redshift-data', 'GetStatementResult', { Id, NextToken });
    result.columns = page.ColumnMetadata ?? result.columns;
    result.rows.push(...(page.Records ?? []));
    NextToken = page.NextToken;
  } while (NextToken);
  return result;
}

/** A table for a person; a statement without rows says that it is done. */
export function formatResult({ columns, rows }: Result): string[] {
  if (columns.length === 0) return ['done'];
  const alignRight = columns
    .map(({ typeName = '' }, index) =>
      numberTypes.test(typeName) ? index : -1,
    )
    .filter(index => index >= 0);
  return [
    ...formatTable(
      columns.map(({ name }) => name),
      rows.map(row => row.map(field => asText(valueOf(field)))),
      { alignRight },
    ),
    `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`,
  ];
}

function asObjects({ columns, rows }: Result): Record<string, unknown>[] {
  return rows.map(row =>
    Object.fromEntries(
      row.map((field, index) => [columns[index].name, valueOf(field)]),
    ),
  );
}

function valueOf(field: Field): string | number | boolean | null {
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

function asText(value: string | number | boolean | null): string {
  // A line break inside a cell would tear the table apart.
  return value === null ? 'null' : String(value).replace(/\r?\n/g, '\\n');
}
