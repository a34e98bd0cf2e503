import { CliError } from '../CliError';
import { examples, RegisterCommand } from '../Command';
import { exitCodes } from '../exitCodes';
import { formatTable } from '../format/table';
import { GlobalOptions } from '../GlobalOptions';
import { colours } from '../palette';
import { withSuggestions } from '../resourceNames';

interface Column {
  Name: string;
  Type?: string;
  Comment?: string;
}

interface Table {
  Name: string;
  DatabaseName: string;
  VersionId?: string;
  Parameters?: Record<string, string>;
  PartitionKeys?: Column[];
  StorageDescriptor?: { Columns?: Column[]; Location?: string };
}

/** `table <database.table>`: the columns of a table of the Data Catalog. */
export const registerTable: RegisterCommand = (program, context) => {
  program
    .command('table')
    .description('show a table of the Data Catalog: columns, partitions, place')
    .argument('<database.table>', 'as "local-glue list tables" names it')
    .addHelpText(
      'after',
      examples(
        'table covid_hiring.raw_covid_cases',
        'table covid_hiring.raw_covid_cases --json',
      ),
    )
    .action(async (name: string, _options, command) => {
      const options: GlobalOptions = command.optsWithGlobals();
      const dot = name.indexOf('.');
      if (dot < 1) {
        throw new CliError(
          `Write "${name}" as <database>.<table>. "local-glue list tables" has all names.`,
          exitCodes.usage,
          'Usage',
        );
      }
      const DatabaseName = name.slice(0, dot);
      const client = context.client(options);
      const { Table: table } = await withSuggestions(
        client,
        'database',
        DatabaseName,
        () =>
          client.call<{ Table: Table }>('glue', 'GetTable', {
            DatabaseName,
            Name: name.slice(dot + 1),
          }),
      );
      const lines = options.json ? [JSON.stringify(table)] : describe(table);
      lines.forEach(line => context.terminal.print(line));
    });
};

function describe(table: Table): string[] {
  const { Parameters = {}, PartitionKeys = [], StorageDescriptor } = table;
  const facts = [
    ['format', Parameters.classification],
    ['location', StorageDescriptor?.Location],
    ['version', table.VersionId],
    ['records', Parameters.recordCount],
  ].filter(([, value]) => value);
  return [
    colours.bold(`${table.DatabaseName}.${table.Name}`),
    ...facts.map(([key, value]) => `${key!.padEnd(10)}${value}`),
    '',
    ...formatTable(
      ['COLUMN', 'TYPE', 'COMMENT'],
      [
        ...(StorageDescriptor?.Columns ?? []).map(cells),
        ...PartitionKeys.map(key => cells({ ...key, Comment: 'partition' })),
      ],
    ),
  ];
}

function cells({ Name, Type = '', Comment = '' }: Column): string[] {
  return [Name, Type, Comment];
}
