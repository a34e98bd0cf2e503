import { LogLine } from '@glue-pipelines/backstage-plugin-common';
import { useEffect, useState } from 'react';
import { Log } from './useLog';

/** Hands lines to the browser as a file. */
function save(lines: LogLine[], name: string) {
  const text = lines.map(line => `${line.time} ${line.text}\n`);
  const url = URL.createObjectURL(new Blob(text, { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.log`;
  link.click();
  URL.revokeObjectURL(url);
}

/**
 * Saves a log as a file, and reads first what has not been read of it, as far
 * as there is room.
 *
 * @returns whether it is being read, and a function that begins or ends that
 */
export function useDownload(log: Log, name: string): [boolean, () => void] {
  const [wanted, setWanted] = useState(false);
  const { lines, loading, error, readOlder, readNewer } = log;
  const readOn = readOlder ?? readNewer;
  useEffect(() => {
    if (!wanted || loading) {
      return;
    }
    if (error) {
      setWanted(false);
    } else if (readOn) {
      readOn();
    } else {
      setWanted(false);
      save(lines, name);
    }
  }, [wanted, loading, error, readOn, lines, name]);
  return [wanted, () => setWanted(!wanted)];
}
