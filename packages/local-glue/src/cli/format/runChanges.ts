import { formatDuration } from './time';
import { isActive, RunNode, runSteps, WorkflowRun } from './runNodes';

/** One line for each job and crawler that is in another state, attempt or wait than in the run before. */
export function formatRunChanges(
  before: WorkflowRun | undefined,
  run: WorkflowRun,
): string[] {
  const known = new Map(
    (before ? runSteps(before) : []).map(step => [step.id, describe(step)]),
  );
  return runSteps(run)
    .filter(step => step.state && describe(step) !== known.get(step.id))
    .map(describe);
}

function describe(step: RunNode): string {
  const { name, type, state = '', attempt = 1, detail } = step;
  const took =
    step.completedOn !== undefined && step.startedOn !== undefined
      ? ` after ${formatDuration(step.completedOn - step.startedOn)}`
      : '';
  const again = attempt > 1 ? `, attempt ${attempt}` : '';
  return `${name} (${type.toLowerCase()}${again}) ${state}${isActive(state) ? '' : took}${detail ? `: ${detail}` : ''}`;
}
