import { execFileSync, spawn } from 'node:child_process';
import { constants, tmpdir } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { step } from './output.mjs';

/** Majors that this Backstage release supports. */
const SUPPORTED = [22, 24];
/** What is brought from npm where the machine's own Node is another. */
const PROVIDED = '24.21.0';

/**
 * Runs this process again under a supported Node when its own is not.
 * Resolves true when that happened: the caller has nothing left to do.
 */
export async function runUnderSupportedNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (SUPPORTED.includes(major)) {
    // Children found through PATH get the same Node.
    process.env.PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
    return false;
  }
  const done = step(
    `Node ${process.versions.node} is not supported by Backstage: using Node ${PROVIDED} from npm`,
  );
  const node = providedNode();
  done();
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal sends SIGINT to the child as well; it counts one, however often it comes.
    process.on(signal, () => child.kill(signal));
  }
  await new Promise(resolve => {
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
      resolve();
    });
  });
  return true;
}

function providedNode() {
  try {
    return execFileSync(
      'npm',
      [
        'exec',
        '--yes',
        `--package=node@${PROVIDED}`,
        '--',
        'node',
        '-p',
        'process.execPath',
      ],
      {
        // In a folder with packages npm reads them all first, for seconds.
        cwd: tmpdir(),
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: process.platform === 'win32',
      },
    ).trim();
  } catch (error) {
    console.error(
      `Could not get Node ${PROVIDED} from npm: ${error.message}\n` +
        `Install Node ${SUPPORTED.join(' or ')} yourself and run this again.`,
    );
    process.exit(1);
  }
}
