import type {
  ResetJobBookmarkRequest,
  ResetJobBookmarkResponse,
} from '@aws-sdk/client-glue';
import { resetBookmark } from '../engine/bookmarks';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { string, structure } from '../../../protocol/shape';

/**
 * The next run reads everything again; with a run, what came after that run
 * ("Tracking processed data using job bookmarks", AWS Glue Developer Guide).
 */
export const ResetJobBookmark = glueOperation<
  ResetJobBookmarkRequest,
  ResetJobBookmarkResponse
>({
  name: 'ResetJobBookmark',
  input: structure({ JobName: string() }, { RunId: string() }),
  handle({ JobName, RunId }, context) {
    const { store } = context;
    return store.transaction(() => {
      if (!store.jobs.get(JobName)) throw entityNotFound('Job', JobName);
      const JobBookmarkEntry = resetBookmark(store, JobName, RunId);
      if (!JobBookmarkEntry) {
        throw entityNotFound(
          'Job bookmark',
          RunId ? `${JobName} of run ${RunId}` : JobName,
        );
      }
      return { JobBookmarkEntry };
    });
  },
});
