import { Command, InvalidArgumentError } from 'commander';
import { version } from '../base/version';
import { CommandContext, examples, RegisterCommand } from './Command';
import { registerCrawl } from './commands/crawl';
import { registerDeploy } from './commands/deploy';
import { registerDestroy } from './commands/destroy';
import { registerDoctor } from './commands/doctor';
import { registerList } from './commands/list';
import { registerLogs } from './commands/logs';
import { registerQuery } from './commands/query';
import { registerReset } from './commands/reset';
import { registerResume } from './commands/resume';
import { registerRun } from './commands/run';
import { registerRuns } from './commands/runs';
import { registerServe } from './commands/serve';
import { registerStart } from './commands/start';
import { registerStartJob } from './commands/startJob';
import { registerStatus } from './commands/status';
import { registerStop } from './commands/stop';
import { registerTable } from './commands/table';
import { colours } from './palette';

/** Every command, in the order in which a newcomer needs them. */
const groups: readonly (readonly [string, readonly RegisterCommand[]])[] = [
  ['Server:', [registerServe, registerStatus, registerDoctor, registerReset]],
  [
    'Pipelines:',
    [
      registerDeploy,
      registerDestroy,
      registerStart,
      registerStop,
      registerResume,
      registerRuns,
      registerRun,
    ],
  ],
  ['Jobs and crawlers:', [registerStartJob, registerLogs, registerCrawl]],
  ['Data:', [registerList, registerTable, registerQuery]],
];

const exitCodesHelp = `
Exit codes:
  0    success
  1    what was asked for failed: a run, a query, a deployment
  2    wrong usage
  3    no server answers at the endpoint
  4    --timeout passed
  130  interrupted`;

/** The program with all commands. `noteUsage` is told what is wrong with the usage. */
export function makeProgram(
  context: CommandContext,
  noteUsage: (text: string) => void,
): Command {
  const program = new Command('local-glue')
    .description(
      'Runs AWS Glue workflows on this machine: crawlers, Spark jobs and COPY, for real.',
    )
    .version(version)
    .option(
      '--endpoint <url>',
      'where the server listens (environment: LOCAL_GLUE_ENDPOINT)',
      parseEndpoint,
      process.env.LOCAL_GLUE_ENDPOINT || 'http://127.0.0.1:4566',
    )
    .option(
      '--data <folder>',
      'the folder that holds all state (environment: LOCAL_GLUE_DATA)',
      process.env.LOCAL_GLUE_DATA || '.local-glue',
    )
    .option('--json', 'results as JSON, errors as JSON on standard error')
    .option('--no-color', 'plain text (environment: NO_COLOR)')
    .showHelpAfterError('(add --help for what there is)')
    .exitOverride()
    .configureHelp({ styleTitle: title => colours.bold(title) })
    .configureOutput({
      writeOut: text => context.terminal.print(text.trimEnd()),
      writeErr: text => noteUsage(text.trimEnd()),
      // Colours are decided already, by what they are written to.
      getOutHasColors: () => true,
    })
    .addHelpText(
      'after',
      examples(
        'serve',
        'deploy cdk.out',
        'start covid-hiring --wait',
        'query "select count(*) from covid_hiring_table"',
      ) + exitCodesHelp,
    );
  for (const [heading, commands] of groups) {
    program.commandsGroup(heading);
    for (const register of commands) register(program, context);
  }
  for (const command of program.commands) {
    command.copyInheritedSettings(program);
  }
  return program;
}

function parseEndpoint(text: string): string {
  if (!/^https?:$/.test(URL.parse(text)?.protocol ?? '')) {
    throw new InvalidArgumentError('Write it as http://127.0.0.1:4566.');
  }
  return text;
}
