import { colours } from '../palette';
import { isFailure, runSteps, succeeded, WorkflowRun } from './runNodes';
import { formatDuration } from './time';

/** What came of a run that is over: one line, then what failed and what was not reached. */
export function formatRunSummary(run: WorkflowRun): string[] {
  const steps = runSteps(run);
  const good = steps.filter(node => node.state === 'SUCCEEDED');
  const took = formatDuration(
    (run.CompletedOn ?? run.StartedOn) - run.StartedOn,
  );
  const head = `${run.Name} ${run.Status} after ${took}: ${good.length} of ${steps.length} jobs and crawlers succeeded`;
  const lines = [succeeded(run) ? colours.green(head) : colours.red(head)];
  if (run.ErrorMessage) lines.push(colours.red(run.ErrorMessage));
  for (const { name, state, detail, jobRunId } of steps) {
    if (state === 'SUCCEEDED') continue;
    lines.push(
      state === undefined
        ? `  ${name}: not reached`
        : colours.red(`  ${name}: ${state}${detail ? `: ${detail}` : ''}`),
    );
    if (jobRunId && isFailure(state)) {
      lines.push(colours.dim(`    local-glue logs ${jobRunId}`));
    }
  }
  if (run.Status === 'COMPLETED' && steps.some(n => isFailure(n.state))) {
    lines.push(
      colours.dim(
        `  once it is mended: local-glue resume ${run.Name} ${run.WorkflowRunId}`,
      ),
    );
  }
  return lines;
}
