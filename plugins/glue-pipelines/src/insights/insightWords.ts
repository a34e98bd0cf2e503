import { InsightEvent } from '@glue-pipelines/backstage-plugin-common';
import { Texts } from '../translation/ref';

/** `GlueExceptionAnalysisTaskFailed` says little more than what failed: `Task failed`. */
function nameOf({ name }: InsightEvent): string {
  const words = name
    .replace(/^GlueExceptionAnalysis(?=\w)/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return `${words[0].toUpperCase()}${words.slice(1)}`;
}

/** What failed beneath a script, and where, in one line. */
export function eventWords(t: Texts, event: InsightEvent): string {
  const { executor, reason } = event;
  const name = nameOf(event);
  const what =
    executor === undefined
      ? name
      : t('insights.onExecutor', { what: name, executor });
  return reason === undefined ? what : t('insights.reasonOf', { what, reason });
}
