import { resolve } from 'node:path';
import { CliError } from '../CliError';
import { examples, RegisterCommand } from '../Command';
import { followDeployment } from '../followDeployment';
import { GlobalOptions } from '../GlobalOptions';

interface DestroyOptions extends GlobalOptions {
  yes?: boolean;
}

/** `destroy <cdk.out>`: deletes what was deployed of a CDK app. */
export const registerDestroy: RegisterCommand = (program, context) => {
  program
    .command('destroy')
    .description('delete what was deployed of a CDK app')
    .argument('<directory>', 'the cdk.out folder that was deployed')
    .option('-y, --yes', 'do not ask')
    .addHelpText('after', examples('destroy cdk.out', 'destroy cdk.out --yes'))
    .action(async (directory: string, _options, command) => {
      const options: DestroyOptions = command.optsWithGlobals();
      const folder = resolve(directory);
      const agreed =
        options.yes ||
        (await context.terminal.confirm(
          `Delete every resource that was deployed of ${folder}?`,
        ));
      if (!agreed) {
        throw new CliError(
          'Nothing was deleted. Use --yes to agree beforehand.',
        );
      }
      const events = context.client(options).destroy(folder);
      await followDeployment(events, options, context);
    });
};
