import { examples, RegisterCommand } from '../Command';
import { followRun, WaitOptions } from '../followRun';
import { collectKeyValue, parseSeconds } from '../keyValue';
import { withSuggestions } from '../resourceNames';

interface StartOptions extends WaitOptions {
  property?: Record<string, string>;
}

/** `start <workflow>`: starts a run and, when asked, follows it to its end. */
export const registerStart: RegisterCommand = (program, context) => {
  program
    .command('start')
    .description('start a run of a workflow')
    .argument('<workflow>', "the workflow's name")
    .option(
      '-p, --property <key=value>',
      'run property; may be given several times',
      collectKeyValue,
    )
    .option('-w, --wait', 'follow the run; exit code 1 unless all succeeds')
    .option(
      '--timeout <seconds>',
      'with --wait: exit code 4 when it takes longer',
      parseSeconds,
    )
    .addHelpText(
      'after',
      examples(
        'start covid-hiring',
        'start covid-hiring --wait',
        'start covid-hiring -p day=2026-01-02 -p mode=full --wait',
        'start covid-hiring --wait --timeout 900 --json',
      ),
    )
    .action(async (workflow: string, _options, command) => {
      const options: StartOptions = command.optsWithGlobals();
      const client = context.client(options);
      const { RunId } = await withSuggestions(
        client,
        'workflow',
        workflow,
        () =>
          client.call('glue', 'StartWorkflowRun', {
            Name: workflow,
            RunProperties: options.property,
          }),
      );
      if (options.wait) {
        await followRun(client, workflow, RunId, options, context);
      } else {
        context.terminal.print(
          options.json ? JSON.stringify({ RunId }) : RunId,
        );
      }
    });
};
