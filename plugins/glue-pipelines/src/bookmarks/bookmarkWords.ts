import { BookmarkResponse } from '@glue-pipelines/backstage-plugin-common';
import { Texts } from '../translation/ref';

/** What the job's next run reads, in one sentence. */
export function nextReadWords(
  t: Texts,
  { option, bookmark }: BookmarkResponse,
): string {
  if (option === 'disabled') {
    return t('bookmarks.off');
  }
  if (option === 'unknown') {
    return t('bookmarks.unknown');
  }
  if (!bookmark || bookmark.run === 0) {
    return t('bookmarks.everything');
  }
  return t(option === 'paused' ? 'bookmarks.paused' : 'bookmarks.newer');
}

/** Whether there is something that a reset would forget. */
export function isResettable({ option, bookmark }: BookmarkResponse): boolean {
  return option !== 'disabled' && bookmark !== undefined && bookmark.run > 0;
}
