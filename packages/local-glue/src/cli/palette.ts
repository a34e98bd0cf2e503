import { createColors } from 'picocolors';

/**
 * Whether a stream gets colours: a terminal does, a file or a pipe does not.
 * `--no-color`, NO_COLOR and TERM=dumb turn them off everywhere, FORCE_COLOR
 * turns them on (https://no-color.org, https://force-color.org).
 */
export function wantsColours(
  isTerminal: boolean,
  env: NodeJS.ProcessEnv,
  argv: readonly string[],
): boolean {
  if (env.NO_COLOR || argv.includes('--no-color')) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}

const ofStream = (stream: { isTTY?: boolean }) =>
  createColors(wantsColours(Boolean(stream.isTTY), process.env, process.argv));

/** For results, which go to standard output. */
export const colours = ofStream(process.stdout);
/** For everything else, which goes to standard error. */
export const noteColours = ofStream(process.stderr);
