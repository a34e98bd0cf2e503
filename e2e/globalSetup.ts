import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findChromium } from './chromium';
import { dataDir } from './environment';

const root = resolve(__dirname, '..');
/** Seconds in which the portal must be ready: a cold start compiles the whole front end. */
const START_SECONDS = 300;

/** Starts the portal as a user does, on empty data; what it returns stops it again. */
export default async function globalSetup() {
  const { executablePath, args } = await findChromium();
  process.env.E2E_CHROMIUM = JSON.stringify({ executablePath, args });

  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  // The test runner's NODE_ENV is none that a portal runs in.
  const { NODE_ENV: _, ...inherited } = process.env;
  const environment = { ...inherited, GLUE_PIPELINES_DATA: dataDir };
  const portal = spawn(
    process.execPath,
    [join(root, 'scripts/launch.mjs'), 'start'],
    {
      cwd: root,
      env: environment as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const ready = new Promise<void>((resolveReady, reject) => {
    const limit = setTimeout(
      () =>
        reject(
          new Error(
            `npm start was not ready after ${START_SECONDS} s:\n${output}`,
          ),
        ),
      START_SECONDS * 1000,
    );
    const read = (text: string) => {
      output += text;
      if (/^Ready after/m.test(output)) {
        clearTimeout(limit);
        resolveReady();
      }
    };
    portal.stdout.setEncoding('utf8').on('data', read);
    portal.stderr.setEncoding('utf8').on('data', read);
    portal.on('exit', code => {
      clearTimeout(limit);
      reject(new Error(`npm start ended with exit code ${code}:\n${output}`));
    });
  });
  const stop = async () => {
    if (portal.exitCode !== null) return;
    const gone = new Promise(resolveGone => portal.once('exit', resolveGone));
    portal.kill('SIGINT');
    await gone;
  };
  try {
    await ready;
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
