import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { Texts } from '../translation/ref';

/** At which node a run ended before its end, in words; `undefined` where none is known. */
export function endWords(
  t: Texts,
  { health, failure }: Pick<RunSummary, 'health' | 'failure'>,
): string | undefined {
  return (
    failure &&
    t(health === 'stopped' ? 'runs.stoppedAt' : 'runs.failedAt', {
      node: failure.nodeName,
    })
  );
}
