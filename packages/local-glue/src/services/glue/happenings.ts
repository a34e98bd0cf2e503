import type { JobRunState } from '@aws-sdk/client-glue';
import type { Account } from '../../base/Account';
import type { Happening } from '../../base/Happening';

interface EndedJobRun {
  Id: string;
  JobName: string;
  JobRunState: JobRunState;
  ErrorMessage?: string;
  CompletedOn?: Date;
}

interface CrawlInfo {
  crawlerName: string;
  State: string;
  StartedOn: Date;
  CompletedOn?: Date;
  ErrorMessage?: string;
  tablesCreated: number;
  tablesUpdated: number;
  tablesDeleted: number;
}

/** Severity and message by state, as in the examples of "Automating AWS Glue with EventBridge". */
const jobStates: Partial<
  Record<JobRunState, { severity: string; message: string }>
> = {
  SUCCEEDED: { severity: 'INFO', message: 'Job run succeeded' },
  STOPPED: { severity: 'INFO', message: 'Job run stopped' },
  TIMEOUT: { severity: 'WARN', message: 'Job run timed out' },
  FAILED: { severity: 'ERROR', message: 'Job run failed' },
};

/** "Glue Job State Change"; undefined for states that Glue does not tell. */
export function jobStateChange(run: EndedJobRun): Happening | undefined {
  const told = jobStates[run.JobRunState];
  if (!told) return undefined;
  return {
    source: 'aws.glue',
    detailType: 'Glue Job State Change',
    time: run.CompletedOn ?? new Date(),
    resources: [],
    detail: {
      jobName: run.JobName,
      severity: told.severity,
      state: run.JobRunState,
      jobRunId: run.Id,
      message:
        run.JobRunState === 'FAILED'
          ? (run.ErrorMessage ?? told.message)
          : told.message,
    },
  };
}

/** "Glue Crawler State Change" of a crawl that has started, succeeded or failed; numbers are texts, as in Glue's. */
export function crawlerStateChange(
  crawl: CrawlInfo,
  { accountId }: Pick<Account, 'accountId'>,
): Happening | undefined {
  const { crawlerName, StartedOn, CompletedOn } = crawl;
  const seconds = (date: Date) => date.toISOString().replace(/\.\d+Z$/, 'Z');
  const happening = (state: string, detail: object): Happening => ({
    source: 'aws.glue',
    detailType: 'Glue Crawler State Change',
    time: CompletedOn ?? StartedOn,
    resources: [],
    detail: {
      accountId,
      crawlerName,
      state,
      message: `Crawler ${state}`,
      ...detail,
    },
  });
  switch (crawl.State) {
    case 'RUNNING':
      return happening('Started', { startTime: seconds(StartedOn) });
    case 'SUCCEEDED':
      return happening('Succeeded', {
        tablesCreated: String(crawl.tablesCreated),
        tablesUpdated: String(crawl.tablesUpdated),
        tablesDeleted: String(crawl.tablesDeleted),
        completionDate: seconds(CompletedOn ?? new Date()),
        'runningTime (sec)': String(
          Math.round(
            ((CompletedOn ?? StartedOn).getTime() - StartedOn.getTime()) / 1000,
          ),
        ),
      });
    case 'FAILED':
      return happening('Failed', { errorMessage: crawl.ErrorMessage });
    default:
      return undefined;
  }
}
