import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockHolder } from '../../server/DataFolderLock';
import { CliError } from '../CliError';
import { examples, RegisterCommand } from '../Command';
import { GlobalOptions } from '../GlobalOptions';

interface ResetOptions extends GlobalOptions {
  yes?: boolean;
  force?: boolean;
}

/**
 * What the server keeps about pipelines. The Python environment stays, which
 * takes minutes to make and holds nothing of the pipelines; so do generated
 * repositories and the portal's database, which are not the server's.
 */
const belongings =
  /^(state\.db(-wal|-shm)?|s3(-[a-z]+)?|warehouses?|logs|jobs|server\.lock)$/;

/** `reset`: forgets every deployed thing, every run, every object and every table. */
export const registerReset: RegisterCommand = (program, context) => {
  program
    .command('reset')
    .description('delete buckets, catalog, runs, logs and the warehouse')
    .option('-y, --yes', 'do not ask')
    .option('--force', 'even while a server runs on the folder')
    .addHelpText('after', examples('reset', 'reset --yes --data /tmp/glue'))
    .action(async (_options, command) => {
      const options: ResetOptions = command.optsWithGlobals();
      const folder = resolve(options.data);
      const holder = lockHolder(folder);
      if (holder && !options.force) {
        throw new CliError(
          `A server (process ${holder.pid}, ${holder.endpoint}) runs on ${folder}. Stop it first; --force deletes the files under it.`,
        );
      }
      const names = existsSync(folder)
        ? readdirSync(folder).filter(name => belongings.test(name))
        : [];
      if (names.length === 0) {
        context.terminal.note(`There is nothing to delete in ${folder}.`);
        return;
      }
      const agreed =
        options.yes ||
        (await context.terminal.confirm(
          `Delete ${names.join(', ')} in ${folder}?`,
        ));
      if (!agreed) {
        throw new CliError(
          'Nothing was deleted. Use --yes to agree beforehand.',
        );
      }
      for (const name of names) {
        rmSync(join(folder, name), { recursive: true, force: true });
      }
      context.terminal.print(`Deleted ${names.join(', ')} in ${folder}.`);
    });
};
