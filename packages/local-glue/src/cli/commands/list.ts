import type {
  Connection,
  Crawler,
  Database,
  Job,
  Table,
  Trigger,
} from '@aws-sdk/client-glue';
import { Argument } from 'commander';
import { CliError } from '../CliError';
import { examples, RegisterCommand } from '../Command';
import { formatTable } from '../format/table';
import { workflowCells, workflowHeadings } from '../format/workflowTable';
import { GlobalOptions } from '../GlobalOptions';
import { LocalGlueClient } from '../LocalGlueClient';
import { resourceNames, withSuggestions } from '../resourceNames';
import { allWorkflows } from '../workflows';

interface Listing {
  /** Of the API, as the API writes them; and as rows for a person. */
  load(client: LocalGlueClient, of?: string): Promise<Loaded>;
  headings: readonly string[];
}

interface Loaded {
  items: readonly unknown[];
  rows: readonly (readonly string[])[];
}

type Cell = string | number | undefined;

function listing<Item>(
  headings: readonly string[],
  itemsOf: (client: LocalGlueClient, of?: string) => Promise<Item[]>,
  cells: (item: Item) => readonly Cell[],
): Listing {
  return {
    headings,
    async load(client, of) {
      const items = await itemsOf(client, of);
      const rows = items.map(item =>
        cells(item).map(cell => String(cell ?? '')),
      );
      return { items, rows };
    },
  };
}

/** What can be listed, with the columns that a person looks for. */
const listings: Record<string, Listing> = {
  workflows: listing(workflowHeadings, allWorkflows, workflowCells),
  triggers: listing(
    ['TRIGGER', 'TYPE', 'STATE', 'WORKFLOW', 'SCHEDULE', 'STARTS'],
    client => every<Trigger>(client, 'GetTriggers', 'Triggers'),
    ({ Name, Type, State, WorkflowName, Schedule, Actions = [] }) => [
      Name,
      Type,
      State,
      WorkflowName,
      Schedule,
      Actions.map(action => action.JobName ?? action.CrawlerName).join(', '),
    ],
  ),
  jobs: listing(
    ['JOB', 'TYPE', 'GLUE', 'WORKERS', 'SCRIPT'],
    client => every<Job>(client, 'GetJobs', 'Jobs'),
    ({ Name, Command, GlueVersion, NumberOfWorkers, WorkerType = '' }) => [
      Name,
      Command?.Name,
      GlueVersion,
      NumberOfWorkers && `${NumberOfWorkers} ${WorkerType}`.trim(),
      Command?.ScriptLocation,
    ],
  ),
  crawlers: listing(
    ['CRAWLER', 'STATE', 'LAST CRAWL', 'DATABASE', 'TARGETS'],
    client => every<Crawler>(client, 'GetCrawlers', 'Crawlers'),
    ({ Name, State, LastCrawl, DatabaseName, Targets = {} }) => [
      Name,
      State,
      LastCrawl?.Status ?? 'never',
      DatabaseName,
      [
        ...(Targets.S3Targets ?? []).map(target => target.Path),
        ...(Targets.CatalogTargets ?? []).map(target => target.DatabaseName),
      ].join(', '),
    ],
  ),
  databases: listing(
    ['DATABASE', 'LOCATION', 'DESCRIPTION'],
    client => every<Database>(client, 'GetDatabases', 'DatabaseList'),
    ({ Name, LocationUri, Description }) => [Name, LocationUri, Description],
  ),
  tables: listing(
    ['TABLE', 'FORMAT', 'COLUMNS', 'PARTITIONED BY', 'LOCATION'],
    allTables,
    ({ Name, DatabaseName, Parameters, StorageDescriptor, PartitionKeys }) => [
      `${DatabaseName}.${Name}`,
      Parameters?.classification,
      StorageDescriptor?.Columns?.length ?? 0,
      (PartitionKeys ?? []).map(key => key.Name).join(', '),
      StorageDescriptor?.Location,
    ],
  ),
  warehouses: listing(
    ['WAREHOUSE', 'KIND', 'DATABASES', 'ENDPOINT'],
    client => client.warehouses(),
    ({ name, kind, databases, endpoint }) => [
      name,
      kind,
      databases.join(', '),
      endpoint,
    ],
  ),
  operations: listing(
    ['SERVICE', 'OPERATION'],
    async client => {
      const { services } = await client.operations();
      return services.flatMap(({ id, operations }) =>
        operations.map(({ name }) => ({ service: id, operation: name })),
      );
    },
    ({ service, operation }) => [service, operation],
  ),
  connections: listing(
    ['CONNECTION', 'TYPE', 'DESCRIPTION'],
    client => every<Connection>(client, 'GetConnections', 'ConnectionList'),
    ({ Name, ConnectionType, Description }) => [
      Name,
      ConnectionType,
      Description,
    ],
  ),
};

/** `list <kind>`: what the server has of a kind. */
export const registerList: RegisterCommand = (program, context) => {
  program
    .command('list')
    .alias('ls')
    .description('list workflows, jobs, crawlers, tables, warehouses and so on')
    .addArgument(
      new Argument('<kind>', 'what to list').choices(Object.keys(listings)),
    )
    .argument('[database]', 'tables: only those of this database')
    .addHelpText(
      'after',
      examples(
        'list workflows',
        'list tables covid_hiring',
        'list crawlers --json',
        'list operations',
      ),
    )
    .action(async (kind: string, database, _options, command) => {
      const options: GlobalOptions = command.optsWithGlobals();
      if (database && kind !== 'tables') {
        throw new CliError('Only tables are listed by database.', 2, 'Usage');
      }
      const { load, headings } = listings[kind];
      const { items, rows } = await load(context.client(options), database);
      const { terminal } = context;
      if (options.json) {
        terminal.print(JSON.stringify(items));
      } else if (rows.length === 0) {
        terminal.note(`There are no ${kind}.`);
      } else {
        formatTable(headings, rows).forEach(line => terminal.print(line));
      }
    });
};

async function every<Item>(
  client: LocalGlueClient,
  operation: string,
  member: string,
  input: Record<string, unknown> = {},
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of client.pages<Record<string, Item[] | undefined>>(
    'glue',
    operation,
    input,
  )) {
    items.push(...(page[member] ?? []));
  }
  return items;
}

async function allTables(
  client: LocalGlueClient,
  database?: string,
): Promise<Table[]> {
  const databases = database
    ? [database]
    : await resourceNames(client, 'database');
  const tables: Table[] = [];
  for (const DatabaseName of databases) {
    tables.push(
      ...(await withSuggestions(client, 'database', DatabaseName, () =>
        every<Table>(client, 'GetTables', 'TableList', { DatabaseName }),
      )),
    );
  }
  return tables;
}
