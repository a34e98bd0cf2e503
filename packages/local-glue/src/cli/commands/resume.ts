import { CliError } from '../CliError';
import { examples, RegisterCommand } from '../Command';
import { exitCodes } from '../exitCodes';
import { runIdOrNewest } from '../findRun';
import { followRun, getRun, WaitOptions } from '../followRun';
import { RunNode, runSteps, WorkflowRun } from '../format/runNodes';
import { parseSeconds } from '../keyValue';
import { nearest } from '../nearest';
import { withSuggestions } from '../resourceNames';

interface ResumeOptions extends WaitOptions {
  node?: string[];
}

/** `resume <workflow> [run]`: runs what failed again, and what comes after it. */
export const registerResume: RegisterCommand = (program, context) => {
  program
    .command('resume')
    .description('run again what failed in a run, and what comes after it')
    .argument('<workflow>', "the workflow's name")
    .argument('[run]', 'a run that is COMPLETED; the newest by default')
    .option(
      '--node <name...>',
      'jobs and crawlers to begin with, instead of all that did not succeed',
    )
    .option('-w, --wait', 'follow the new run')
    .option(
      '--timeout <seconds>',
      'with --wait: exit code 4 when it takes longer',
      parseSeconds,
    )
    .addHelpText(
      'after',
      examples(
        'resume covid-hiring --wait',
        'resume covid-hiring wr_0123... --node covid-hiring-load',
      ),
    )
    .action(async (workflow: string, named, _options, command) => {
      const options: ResumeOptions = command.optsWithGlobals();
      const client = context.client(options);
      const previous = await runIdOrNewest(client, workflow, named);
      const run = await withSuggestions(client, 'workflow', workflow, () =>
        getRun(client, workflow, previous),
      );
      const { RunId, NodeIds } = await client.call(
        'glue',
        'ResumeWorkflowRun',
        {
          Name: workflow,
          RunId: previous,
          NodeIds: (options.node
            ? nodesNamed(run, options.node)
            : unsuccessful(run)
          ).map(node => node.id),
        },
      );
      if (options.wait) {
        await followRun(client, workflow, RunId, options, context);
      } else {
        context.terminal.print(
          options.json ? JSON.stringify({ RunId, NodeIds }) : RunId,
        );
      }
    });
};

/** What was attempted in vain: only such nodes can be resumed. */
function unsuccessful(run: WorkflowRun): RunNode[] {
  const nodes = runSteps(run).filter(
    ({ state }) => state !== undefined && state !== 'SUCCEEDED',
  );
  if (nodes.length === 0) {
    throw new CliError(
      `Nothing failed in ${run.WorkflowRunId}. Name what is to run again with --node.`,
    );
  }
  return nodes;
}

function nodesNamed(run: WorkflowRun, names: readonly string[]): RunNode[] {
  const steps = runSteps(run);
  return names.map(name => {
    const step = steps.find(({ id, name: own }) => own === name || id === name);
    if (step) return step;
    const all = steps.map(other => other.name);
    const meant = nearest(name, all);
    throw new CliError(
      `${run.Name} has no job or crawler "${name}". ${
        meant.length > 0
          ? `Did you mean ${meant.join(' or ')}?`
          : `It has ${all.join(', ')}.`
      }`,
      exitCodes.usage,
      'Usage',
    );
  });
}
