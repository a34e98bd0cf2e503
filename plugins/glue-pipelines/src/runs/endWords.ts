import { RunSummary } from '@glue-pipelines/backstage-plugin-common';

/** At which node a run ended before its end, in words; `undefined` where none is known. */
export function endWords({
  health,
  failure,
}: Pick<RunSummary, 'health' | 'failure'>): string | undefined {
  return (
    failure &&
    `${failure.nodeName} ${health === 'stopped' ? 'was stopped' : 'failed'}`
  );
}
