import {
  RunChangesResponse,
  UnknownChange,
} from '@glue-pipelines/backstage-plugin-common';
import { Texts } from '../translation/ref';

/**
 * How much is different in a run, in one sentence.
 * @param isNamed - somebody chose the run to compare with; otherwise it is the last that succeeded
 */
export function summaryWords(
  t: Texts,
  {
    comparedWith,
    differences,
    unknown,
    valuesWithheld,
  }: Omit<RunChangesResponse, 'summary' | 'servedAt'>,
  isNamed: boolean,
): string {
  if (!comparedWith) {
    return t('changes.summary.none');
  }
  const count = differences.length;
  if (count > 0) {
    return isNamed
      ? t('changes.summary.fromOther', { count })
      : t('changes.summary.fromSuccess', { count });
  }
  if (unknown.length > 0 || valuesWithheld) {
    return t('changes.summary.nothingComparable');
  }
  return t(
    isNamed
      ? 'changes.summary.nothingFromOther'
      : 'changes.summary.nothingFromSuccess',
  );
}

/** What could not be compared, and why; as the back end says it where it does not say of which run. */
export function unknownWords(
  t: Texts,
  { kind, run, reason, jobs = [], text }: UnknownChange,
): string {
  switch (kind) {
    case 'nodes':
      return run ? t(`changes.unknowns.nodes.${run}`) : text;
    case 'definitions':
      return run
        ? t(`changes.unknowns.definitions.${run}`, {
            reason: reason ?? t('changes.unknowns.notLookedAt'),
          })
        : text;
    case 'jobs':
      return t('changes.unknowns.jobs', { jobs: jobs.join(', ') });
    default:
      return t('changes.unknowns.under-way');
  }
}
