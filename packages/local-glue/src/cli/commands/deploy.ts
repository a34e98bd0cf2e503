import { resolve } from 'node:path';
import { examples, RegisterCommand } from '../Command';
import { followDeployment } from '../followDeployment';
import { GlobalOptions } from '../GlobalOptions';

/** `deploy <cdk.out>`: deploys a synthesized CDK app to the server. */
export const registerDeploy: RegisterCommand = (program, context) => {
  program
    .command('deploy')
    .description('deploy a synthesized CDK app to the server')
    .argument('<directory>', 'the cdk.out folder that "cdk synth" wrote')
    .addHelpText('after', examples('deploy cdk.out', 'deploy cdk.out --json'))
    .action(async (directory: string, _options, command) => {
      const options: GlobalOptions = command.optsWithGlobals();
      const events = context.client(options).deploy(resolve(directory));
      await followDeployment(events, options, context);
    });
};
