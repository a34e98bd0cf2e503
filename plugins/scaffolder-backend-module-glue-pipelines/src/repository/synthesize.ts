import fs from 'fs-extra';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { readFindings } from './validationReport';

/** Far more than the few seconds that an app takes. */
const TIMEOUT_MS = 180_000;

/** How many lines of the app's output an error shows. */
const SHOWN_LINES = 30;

/**
 * What the CDK's own command line tells an app through its environment; and of
 * the portal's environment only what a process needs to run, because the
 * portal's holds secrets.
 */
async function appEnvironment(
  directory: string,
  cdkOut: string,
  { region, accountId }: { region: string; accountId: string },
): Promise<NodeJS.ProcessEnv> {
  const { context = {} } = await fs.readJson(join(directory, 'cdk.json'));
  const { PATH, HOME, TMPDIR, TEMP, SystemRoot } = process.env;
  return {
    ...{ PATH, HOME, TMPDIR, TEMP, SystemRoot },
    CDK_OUTDIR: cdkOut,
    CDK_CONTEXT_JSON: JSON.stringify(context),
    CDK_DEFAULT_ACCOUNT: accountId,
    CDK_DEFAULT_REGION: region,
    NO_COLOR: '1',
  };
}

/** Without the stack and the report's location, which mean nothing to the reader of a form. */
function failureOf(output: string[]): string {
  return output
    .filter(line => !/^\s+at |^Node\.js v|^\s*$/.test(line))
    .slice(-SHOWN_LINES)
    .join('\n');
}

/**
 * Runs the CDK app of a generated repository, which synthesizes it and checks
 * it by cdk-nag.
 *
 * @param directory - the repository, with its dependencies in `node_modules`
 * @param cdkOut - where the synthesized app goes
 * @throws Error with each finding's rule and construct path, or with the app's
 * own message
 */
export async function synthesize(options: {
  directory: string;
  cdkOut: string;
  region: string;
  accountId: string;
  log: (message: string) => void;
  signal?: AbortSignal;
}): Promise<void> {
  const { directory, cdkOut, log, signal } = options;
  log('Synthesizing the CDK app and checking it by cdk-nag');
  const started = Date.now();
  const loader = pathToFileURL(createRequire(__filename).resolve('tsx')).href;
  const app = spawn(process.execPath, ['--import', loader, 'bin/app.ts'], {
    cwd: directory,
    env: await appEnvironment(directory, cdkOut, options),
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    timeout: TIMEOUT_MS,
  });
  const output: string[] = [];
  for (const stream of [app.stdout, app.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      output.push(line);
      log(line);
    });
  }
  const [code, killedBy] = await once(app, 'close');
  if (killedBy) {
    throw new Error(
      `The CDK app was ended after ${TIMEOUT_MS / 1000} s without a result`,
    );
  }
  const findings = await readFindings(cdkOut);
  if (findings.length > 0) {
    throw new Error(
      `The CDK app does not pass cdk-nag:\n${findings.join('\n')}`,
    );
  }
  if (code !== 0) {
    throw new Error(
      `The CDK app does not synthesize (exit code ${code}):\n${failureOf(
        output,
      )}`,
    );
  }
  const stacks = (await fs.readdir(cdkOut))
    .filter(file => file.endsWith('.template.json'))
    .map(file => file.slice(0, -'.template.json'.length));
  log(
    `Synthesized ${stacks.join(', ')} in ${(
      (Date.now() - started) /
      1000
    ).toFixed(1)} s without a finding`,
  );
}
