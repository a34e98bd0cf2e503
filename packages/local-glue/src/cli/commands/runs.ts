import { examples, RegisterCommand } from '../Command';
import { newestRuns } from '../findRun';
import { WorkflowRun } from '../format/runNodes';
import { describeStatistics } from '../format/statistics';
import { formatTable } from '../format/table';
import { formatDuration, formatTime } from '../format/time';
import { GlobalOptions } from '../GlobalOptions';
import { parseCount } from '../keyValue';

interface RunsOptions extends GlobalOptions {
  limit: number;
  all?: boolean;
}

/** `runs <workflow>`: the runs of a workflow, newest first. */
export const registerRuns: RegisterCommand = (program, context) => {
  program
    .command('runs')
    .description('list the runs of a workflow, newest first')
    .argument('<workflow>', "the workflow's name")
    .option('-n, --limit <count>', 'at most so many', parseCount, 20)
    .option('--all', 'all of them')
    .addHelpText(
      'after',
      examples(
        'runs covid-hiring',
        'runs covid-hiring --limit 5',
        'runs covid-hiring --all --json',
      ),
    )
    .action(async (workflow: string, _options, command) => {
      const options: RunsOptions = command.optsWithGlobals();
      const runs = await newestRuns(
        context.client(options),
        workflow,
        options.all ? Infinity : options.limit,
      );
      const { terminal } = context;
      if (options.json) {
        terminal.print(JSON.stringify(runs));
      } else if (runs.length === 0) {
        terminal.note(`${workflow} has not run yet.`);
      } else {
        formatRuns(runs).forEach(line => terminal.print(line));
      }
    });
};

function formatRuns(runs: readonly WorkflowRun[]): string[] {
  return formatTable(
    ['RUN', 'STATUS', 'STARTED', 'DURATION', 'JOBS AND CRAWLERS'],
    runs.map(run => [
      run.WorkflowRunId,
      run.Status,
      formatTime(run.StartedOn),
      run.CompletedOn === undefined
        ? ''
        : formatDuration(run.CompletedOn - run.StartedOn),
      describeStatistics(run.Statistics),
    ]),
  );
}
