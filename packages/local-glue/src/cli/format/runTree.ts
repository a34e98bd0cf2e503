import pc from 'picocolors';
import { isOver, RunNode, runNodes, succeeded, WorkflowRun } from './runNodes';
import { formatDuration } from './time';

const failedStates = ['FAILED', 'ERROR', 'TIMEOUT', 'EXPIRED'];
const runningStates = ['RUNNING', 'STARTING', 'STOPPING', 'CANCELLING'];

/** A run as lines for a terminal: its state, then each node with its own. `now` is epoch seconds. */
export function formatRunTree(run: WorkflowRun, now: number): string[] {
  const nodes = runNodes(run);
  const width = Math.max(...nodes.map(n => n.depth * 2 + n.name.length), 0);
  const over = isOver(run);
  return [
    `${pc.bold(run.Name)} ${pc.dim(run.WorkflowRunId)} ${run.Status} ${formatDuration((run.CompletedOn ?? now) - run.StartedOn)}`,
    ...nodes.map(node => formatNode(node, width, over, now)),
  ];
}

function formatNode(
  node: RunNode,
  width: number,
  over: boolean,
  now: number,
): string {
  const label = `${'  '.repeat(node.depth)}${node.name}`.padEnd(width);
  const type = node.type.toLowerCase().padEnd(7);
  if (node.type === 'TRIGGER') return pc.dim(`  · ${label}  ${type}`);
  const time =
    node.startedOn === undefined
      ? ''
      : formatDuration((node.completedOn ?? now) - node.startedOn);
  const words = node.state ?? (over ? 'not reached' : 'waiting');
  const waitsFor =
    node.state === 'WAITING' && node.detail ? `  ${node.detail}` : '';
  return paint(
    node.state,
    `  ${symbol(node.state)} ${label}  ${type}  ${words}  ${time}${waitsFor}`.trimEnd(),
  );
}

function symbol(state: string | undefined): string {
  if (state === 'SUCCEEDED') return '✔';
  if (state && failedStates.includes(state)) return '✖';
  if (state && runningStates.includes(state)) return '●';
  if (state === 'STOPPED' || state === 'CANCELLED') return '■';
  return '○';
}

function paint(state: string | undefined, text: string): string {
  if (state === 'SUCCEEDED') return pc.green(text);
  if (state && failedStates.includes(state)) return pc.red(text);
  if (state && runningStates.includes(state)) return pc.cyan(text);
  return state ? pc.yellow(text) : pc.dim(text);
}

/** One line for each node whose state is another than in the run before. */
export function formatRunChanges(
  before: WorkflowRun | undefined,
  run: WorkflowRun,
): string[] {
  const known = new Map(
    (before ? runNodes(before) : []).map(node => [node.id, node.state]),
  );
  return runNodes(run)
    .filter(node => node.state && node.state !== known.get(node.id))
    .map(
      ({ name, type, state, detail }) =>
        `${name} (${type.toLowerCase()}) ${state}${detail ? `: ${detail}` : ''}`,
    );
}

/** What came of a run that is over: one line, then what failed and what was not reached. */
export function formatRunSummary(run: WorkflowRun): string[] {
  const steps = runNodes(run).filter(node => node.type !== 'TRIGGER');
  const good = steps.filter(node => node.state === 'SUCCEEDED');
  const took = formatDuration(
    (run.CompletedOn ?? run.StartedOn) - run.StartedOn,
  );
  const head = `${run.Name} ${run.Status} after ${took}: ${good.length} of ${steps.length} jobs and crawlers succeeded`;
  const lines = [succeeded(run) ? pc.green(head) : pc.red(head)];
  if (run.ErrorMessage) lines.push(pc.red(run.ErrorMessage));
  for (const { name, state, detail, jobRunId } of steps) {
    if (state === 'SUCCEEDED') continue;
    lines.push(
      state === undefined
        ? `  ${name}: not reached`
        : pc.red(`  ${name}: ${state}${detail ? `: ${detail}` : ''}`),
    );
    if (jobRunId && state && failedStates.includes(state)) {
      lines.push(pc.dim(`    local-glue logs ${jobRunId}`));
    }
  }
  return lines;
}
