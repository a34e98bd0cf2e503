import { WorkflowNode } from '@glue-pipelines/backstage-plugin-common';
import { WorkflowOfEntity } from '../api/GluePipelinesApi';
import { BookmarkSection } from '../bookmarks/BookmarkSection';
import { InsightsSection } from '../insights/InsightsSection';
import { lastAttempt } from '../nodes/nodeFacts';

/** What else there is of a job, read when somebody asks for it. */
export function JobMore(props: {
  workflow: WorkflowOfEntity;
  /** Absent: it never ran. */
  runId?: string;
  node: WorkflowNode;
  /** The workflow belongs to another entity: its errors may quote data. */
  insightsWithheld: boolean;
}) {
  const { workflow, runId, node, insightsWithheld } = props;
  const attempt = lastAttempt(node)?.id;
  const failed = node.state === 'failed' || node.state === 'timed-out';
  return (
    <>
      {failed && attempt && runId && !insightsWithheld && (
        <InsightsSection
          key={`${runId} ${attempt}`}
          workflow={workflow}
          runId={runId}
          attempt={attempt}
        />
      )}
      <BookmarkSection workflow={workflow} jobName={node.name} />
    </>
  );
}
