import { Log } from '../base/Log';

/** Writes one line per event to standard error, with the time. */
export function consoleLog(): Log {
  const write = (level: string) => (message: string) => {
    process.stderr.write(`${new Date().toISOString()} ${level} ${message}\n`);
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
