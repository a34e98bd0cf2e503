import { InvalidArgumentError } from 'commander';
import { lateImport } from '../../base/lateImport';
import { examples, RegisterCommand } from '../Command';
import { GlobalOptions } from '../GlobalOptions';
import { colours } from '../palette';

interface ServeOptions extends GlobalOptions {
  port: number;
  python?: string;
  sparkMaster?: string;
}

/** `serve`: runs the server until it is interrupted. */
export const registerServe: RegisterCommand = (program, context) => {
  program
    .command('serve')
    .description('run the server until Ctrl-C')
    .option('--port <port>', 'port on 127.0.0.1', parsePort, 4566)
    .option('--python <path>', "Python 3.11+ that makes the jobs' environment")
    .option(
      '--spark-master <url>',
      'Spark cluster that runs the Spark jobs (shared file system)',
    )
    .addHelpText(
      'after',
      examples(
        'serve',
        'serve --port 4570 --data /tmp/glue',
        'serve --spark-master spark://127.0.0.1:7077',
      ),
    )
    .action(async (_options, command) => {
      const options: ServeOptions = command.optsWithGlobals();
      // Loaded here: the native engines would slow every other command down.
      const [{ createServer }, { consoleLog }] = await Promise.all([
        lateImport(import('../../server/createServer')),
        lateImport(import('../../server/consoleLog')),
      ]);
      const log = consoleLog();
      // One operation's fault must not end the runs of the others.
      process.on('unhandledRejection', reason => {
        const told = reason instanceof Error ? reason.stack : String(reason);
        log.error(`Unexpected: ${told}`);
      });
      const server = await createServer({
        dataDir: options.data,
        port: options.port,
        python: options.python,
        sparkMaster: options.sparkMaster,
        log,
      });
      context.terminal.print(
        `${colours.bold('local-glue')} listens on ${colours.cyan(server.url)}, data in ${server.context.dataDir}`,
      );
      await new Promise<void>(resolve => {
        if (context.signal.aborted) resolve();
        context.signal.addEventListener('abort', () => resolve());
      });
      context.terminal.note('Stopping');
      await server.close();
    });
};

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  }
  return port;
}
