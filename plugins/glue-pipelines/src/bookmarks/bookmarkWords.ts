import { BookmarkResponse } from '@glue-pipelines/backstage-plugin-common';

/** What the job's next run reads, in one sentence. */
export function nextReadWords({ option, bookmark }: BookmarkResponse): string {
  if (option === 'disabled') {
    return 'Bookmarks are off for this job: each run reads everything.';
  }
  if (option === 'unknown') {
    return 'Whether the job uses its bookmark shows once it has run.';
  }
  if (!bookmark || bookmark.run === 0) {
    return 'The next run reads everything.';
  }
  return option === 'paused'
    ? 'Each run reads what came after the bookmark, which stays where it is.'
    : 'The next run reads what came after the last one.';
}

/** Whether there is something that a reset would forget. */
export function isResettable({ option, bookmark }: BookmarkResponse): boolean {
  return option !== 'disabled' && bookmark !== undefined && bookmark.run > 0;
}
