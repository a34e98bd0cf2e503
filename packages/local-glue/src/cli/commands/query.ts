import { Option } from 'commander';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { splitStatements } from '../../warehouse/sql/tokenize';
import { chooseWarehouse, WarehouseChoice } from '../chooseWarehouse';
import { CliError } from '../CliError';
import { examples, RegisterCommand } from '../Command';
import { exitCodes } from '../exitCodes';
import { formatCsv, formatJson, formatResult } from '../format/result';
import { GlobalOptions } from '../GlobalOptions';
import { query } from '../warehouseQuery';

const formats = { table: formatResult, csv: formatCsv, json: formatJson };

interface QueryOptions extends GlobalOptions, WarehouseChoice {
  file?: string;
  output: keyof typeof formats;
}

/** `query "<sql>"`: runs SQL in a warehouse and prints the rows. */
export const registerQuery: RegisterCommand = (program, context) => {
  program
    .command('query')
    .description('run SQL in a warehouse')
    .argument(
      '[sql]',
      'one statement, or several with ";" between; read from standard input when missing',
    )
    .option('-f, --file <path>', 'a file with the statements')
    .addOption(
      new Option(
        '--workgroup <name>',
        'the warehouse of a workgroup (the only one there is, unless given)',
      ).conflicts('cluster'),
    )
    .option('--cluster <name>', 'the warehouse of a cluster')
    .option(
      '--database <name>',
      'a database (the one that the warehouse was made with, unless given)',
    )
    .addOption(
      new Option('-o, --output <format>', 'how rows are written')
        .choices(Object.keys(formats))
        .default('table'),
    )
    .addHelpText(
      'after',
      examples(
        'query "select count(*) from covid_hiring_table"',
        'query "select * from covid_hiring_table limit 5" --output csv',
        'query "select 1" --workgroup covid-hiring --database dev',
        'query --file checks.sql --json',
        'query < checks.sql',
      ),
    )
    .action(async (sql: string | undefined, _options, command) => {
      const options: QueryOptions = command.optsWithGlobals();
      const statements = split(sql ?? (await readSql(options.file)));
      const client = context.client(options);
      const target = await chooseWarehouse(client, options, context.args);
      const format = formats[options.json ? 'json' : options.output];
      for (const [index, statement] of statements.entries()) {
        try {
          const result = await query(client, statement, target, context.signal);
          format(result).forEach(line => context.terminal.print(line));
        } catch (error) {
          throw statements.length > 1 ? at(index, error) : error;
        }
      }
    });
};

async function readSql(file: string | undefined): Promise<string> {
  if (file) return readFileSync(file, 'utf8');
  if (process.stdin.isTTY) {
    throw new CliError(
      'Give the SQL as an argument, with --file, or on standard input.',
      exitCodes.usage,
      'Usage',
    );
  }
  return text(process.stdin);
}

function split(sql: string): string[] {
  let statements: string[];
  try {
    statements = splitStatements(sql);
  } catch (error) {
    throw new CliError(
      `The SQL cannot be read: ${(error as Error).message}.`,
      exitCodes.usage,
      'Usage',
    );
  }
  if (statements.length === 0) {
    throw new CliError('There is no statement.', exitCodes.usage, 'Usage');
  }
  return statements;
}

/** Those before it are done: each statement is a transaction of its own. */
function at(index: number, error: unknown): unknown {
  if (!(error instanceof CliError)) return error;
  return new CliError(
    `Statement ${index + 1}: ${error.message}`,
    error.exitCode,
    error.code,
  );
}
