import type { JobBookmark, JobOutcome } from '../../../jobs/JobExecutor';
import type { StoredJob } from '../store/definitions';
import type { StoredBookmark } from '../store/BookmarkStore';
import type { GlueStore } from '../store/GlueStore';
import type { StoredJobRun } from '../store/JobRunStore';
import { effectiveArguments } from './jobSettings';

/*
 * Job bookmarks ("Tracking processed data using job bookmarks", AWS Glue
 * Developer Guide): what a job's sources have been read of is kept from one
 * run to the next.
 */

const OPTIONS = [
  'job-bookmark-enable',
  'job-bookmark-disable',
  'job-bookmark-pause',
];

/** What the sources of a job have been read of, by their `transformation_ctx`. */
type States = Record<string, unknown>;

/**
 * The bookmark that a run starts from; undefined where the job uses none.
 *
 * @throws Error for arguments that mean nothing
 */
export function bookmarkOf(
  store: GlueStore,
  run: StoredJobRun,
  job: StoredJob,
): JobBookmark | undefined {
  const given = effectiveArguments(job, run.Arguments);
  const option = given['--job-bookmark-option'] || 'job-bookmark-disable';
  if (!OPTIONS.includes(option)) {
    throw new Error(
      `--job-bookmark-option ${option} is none of ${OPTIONS.join(', ')}`,
    );
  }
  if (option === 'job-bookmark-disable' || job.Command?.Name !== 'glueetl') {
    return undefined;
  }
  const current = store.bookmarks.current(job.Name);
  const version = current?.Version ?? 0;
  if (option === 'job-bookmark-enable') {
    return { commits: true, version, states: statesOf(current) };
  }
  const from = given['--job-bookmark-from'];
  const to = given['--job-bookmark-to'];
  if (!from && !to) {
    return { commits: false, version, states: statesOf(current) };
  }
  if (!from || !to) {
    throw new Error(
      '--job-bookmark-from and --job-bookmark-to belong together: give both',
    );
  }
  return {
    commits: false,
    version,
    states: statesAfter(store, job.Name, from),
    until: statesAfter(store, job.Name, to),
  };
}

/**
 * Inside the transaction that ends a run: stores the bookmark that its script
 * committed. Returns the outcome, which is FAILED where another run, or a
 * reset, has moved the bookmark meanwhile.
 */
export function storeBookmark(
  store: GlueStore,
  run: StoredJobRun,
  outcome: JobOutcome,
): JobOutcome {
  const { committed } = outcome;
  if (outcome.state !== 'SUCCEEDED' || !committed) return outcome;
  if (!store.jobs.get(run.JobName)) return outcome;
  const before = store.bookmarks.current(run.JobName);
  if ((before?.Version ?? 0) !== committed.version) {
    return {
      ...outcome,
      state: 'FAILED',
      errorMessage: `The job bookmark was not stored: another run or a reset has moved it since this run started (version ${before?.Version} instead of ${committed.version}). Let one run at a time use the bookmark of ${run.JobName} (MaxConcurrentRuns 1).`,
    };
  }
  const number = (before?.Run ?? 0) + 1;
  store.bookmarks.add(
    {
      JobName: run.JobName,
      Version: committed.version + 1,
      Run: number,
      Attempt: run.Attempt,
      PreviousRunId: before?.RunId,
      RunId: run.Id,
      JobBookmark: JSON.stringify({
        job_name: run.JobName,
        run_id: run.Id,
        run_number: number,
        attempt_number: run.Attempt,
        states: committed.states,
      }),
    },
    run.StartedOn,
  );
  return outcome;
}

/**
 * Inside a transaction: makes the next run read from the beginning, or from
 * what `runId` left. Undefined where the job, or the run, has stored none.
 */
export function resetBookmark(
  store: GlueStore,
  jobName: string,
  runId: string | undefined,
): StoredBookmark | undefined {
  const current = store.bookmarks.current(jobName);
  if (!current) return undefined;
  const Version = current.Version + 1;
  const target = runId ? store.bookmarks.ofRun(jobName, runId) : undefined;
  if (runId && !target) return undefined;
  const entry: StoredBookmark = target
    ? { ...target, Version }
    : {
        JobName: jobName,
        Version,
        Run: 0,
        Attempt: 0,
        JobBookmark: JSON.stringify({ job_name: jobName, states: {} }),
      };
  store.bookmarks.add(entry);
  return entry;
}

/** What had been read when the run ended, or else the last one before it that stored a bookmark. */
function statesAfter(store: GlueStore, jobName: string, runId: string): States {
  const run = store.jobRuns.get(runId)?.run;
  if (run?.JobName !== jobName) {
    throw new Error(
      `--job-bookmark-from and --job-bookmark-to name runs of the job: ${jobName} has no run ${runId}`,
    );
  }
  return statesOf(store.bookmarks.asOf(jobName, run.StartedOn));
}

function statesOf(entry: StoredBookmark | undefined): States {
  return entry ? JSON.parse(entry.JobBookmark).states : {};
}
