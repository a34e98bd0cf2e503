import { examples, RegisterCommand } from '../Command';
import { runIdOrNewest } from '../findRun';
import { followRun, getRun, WaitOptions } from '../followRun';
import { isOver } from '../format/runNodes';
import { formatRunSummary } from '../format/runSummary';
import { formatRunTree } from '../format/runTree';
import { withSuggestions } from '../resourceNames';

interface RunOptions extends WaitOptions {
  follow?: boolean;
}

/** `run <workflow> [run]`: one run with each of its jobs and crawlers. */
export const registerRun: RegisterCommand = (program, context) => {
  program
    .command('run')
    .description('show one run: its jobs and crawlers, and what failed')
    .argument('<workflow>', "the workflow's name")
    .argument('[run]', 'wr_ and 64 hexadecimal digits; the newest by default')
    .option('-f, --follow', 'go on until the run ends')
    .addHelpText(
      'after',
      examples(
        'run covid-hiring',
        'run covid-hiring --follow',
        'run covid-hiring wr_0123... --json',
      ),
    )
    .action(async (workflow: string, named, _options, command) => {
      const options: RunOptions = command.optsWithGlobals();
      const client = context.client(options);
      const runId = await runIdOrNewest(client, workflow, named);
      if (options.follow) {
        await followRun(client, workflow, runId, options, context);
        return;
      }
      const run = await withSuggestions(client, 'workflow', workflow, () =>
        getRun(client, workflow, runId),
      );
      const lines = options.json
        ? [JSON.stringify(run)]
        : [
            ...formatRunTree(run, Date.now() / 1000),
            ...(isOver(run) ? formatRunSummary(run) : []),
          ];
      lines.forEach(line => context.terminal.print(line));
    });
};
