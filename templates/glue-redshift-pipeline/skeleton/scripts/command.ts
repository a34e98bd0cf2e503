import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Wrong options: the message says which, and what is right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A file of `pipeline.yaml`'s place, as the app reads it. */
export const pipelineFile = () => process.env.PIPELINE_FILE ?? 'pipeline.yaml';

/** `parseArgs` of Node tells wrong options by such codes. */
const isUsage = (error: unknown) =>
  error instanceof UsageError ||
  String((error as NodeJS.ErrnoException | undefined)?.code).startsWith(
    'ERR_PARSE_ARGS',
  );

/**
 * Runs a script where its module is what Node was started with. An error is
 * shown as its message; the process ends with 2 for wrong options, else with 1.
 */
export async function runScript(
  moduleUrl: string,
  main: (args: string[]) => void | Promise<void>,
): Promise<void> {
  const [, started, ...args] = process.argv;
  if (!started || realpathSync(started) !== fileURLToPath(moduleUrl)) {
    return;
  }
  try {
    await main(args);
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = isUsage(error) ? 2 : 1;
  }
}

/** A number of the options, of which `undefined` stands for its default. */
export function numberOption(
  name: string,
  text: string | undefined,
  byDefault: number,
): number {
  if (text === undefined) {
    return byDefault;
  }
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
    throw new UsageError(
      `--${name} is ${JSON.stringify(text)}: give a number that is not negative, for example --${name} ${byDefault}`,
    );
  }
  return value;
}
