import type {
  GetJobBookmarkRequest,
  GetJobBookmarkResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { string, structure } from '../../../protocol/shape';

/** Without a run: the bookmark that the job's next run starts from. */
export const GetJobBookmark = glueOperation<
  GetJobBookmarkRequest,
  GetJobBookmarkResponse
>({
  name: 'GetJobBookmark',
  input: structure({ JobName: string() }, { RunId: string() }),
  handle({ JobName, RunId }, context) {
    const { bookmarks, jobs } = context.store;
    if (!jobs.get(JobName)) throw entityNotFound('Job', JobName);
    const JobBookmarkEntry = RunId
      ? bookmarks.ofRun(JobName, RunId)
      : bookmarks.current(JobName);
    if (!JobBookmarkEntry) {
      throw entityNotFound(
        'Job bookmark',
        RunId ? `${JobName} of run ${RunId}` : JobName,
      );
    }
    return { JobBookmarkEntry };
  },
});
