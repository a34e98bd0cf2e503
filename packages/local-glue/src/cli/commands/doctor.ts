import { resolve } from 'node:path';
import { examples, RegisterCommand } from '../Command';
import { Check, checkMachine } from '../doctor/checks';
import { exitCodes } from '../exitCodes';
import { GlobalOptions } from '../GlobalOptions';
import { colours } from '../palette';

interface DoctorOptions extends GlobalOptions {
  python?: string;
}

const symbols = {
  good: colours.green('✔'),
  warning: colours.yellow('!'),
  bad: colours.red('✖'),
};

/** `doctor`: whether this machine has what jobs need, and what to install. */
export const registerDoctor: RegisterCommand = (program, context) => {
  program
    .command('doctor')
    .description('check this machine, and say what to install')
    .option('--python <path>', 'the Python that "serve" would be given')
    .addHelpText('after', examples('doctor', 'doctor --json'))
    .action(async (_options, command) => {
      const options: DoctorOptions = command.optsWithGlobals();
      const checks = await checkMachine({
        dataDir: resolve(options.data),
        endpoint: options.endpoint,
        python: options.python,
      });
      const { terminal } = context;
      if (options.json) terminal.print(JSON.stringify({ checks }));
      else checks.flatMap(format).forEach(line => terminal.print(line));
      const bad = checks.some(({ state }) => state === 'bad');
      context.setExitCode(bad ? exitCodes.failed : exitCodes.success);
    });
};

function format({ name, state, found, remedy }: Check): string[] {
  return [
    `${symbols[state]} ${name.padEnd(12)} ${found}`,
    ...(remedy ? [`  ${' '.repeat(12)} ${remedy}`] : []),
  ];
}
