import { Workflow } from '../workflows';
import { describeStatistics } from './statistics';
import { formatTime } from './time';

export const workflowHeadings = [
  'WORKFLOW',
  'LAST RUN',
  'STARTED',
  'JOBS AND CRAWLERS',
];

/** A workflow and what came of its last run. */
export function workflowCells({ Name, LastRun }: Workflow): string[] {
  return [
    Name,
    LastRun?.Status ?? 'never',
    LastRun ? formatTime(LastRun.StartedOn) : '',
    LastRun ? describeStatistics(LastRun.Statistics) : '',
  ];
}
