import { LogLine, WorkflowNode } from '@glue-pipelines/backstage-plugin-common';
import { useUrlState } from '../url/useUrlState';
import { lineKey } from './lineAddress';
import { logKeys } from './logKeys';

/** A function that shows the log of a node's newest attempt in a run, at a line if one is given. */
export function useOpenLog(runId: string) {
  const [, changeUrl] = useUrlState();
  return (node: WorkflowNode, line?: LogLine) =>
    changeUrl({
      // Otherwise the link would lead to another run tomorrow.
      run: runId,
      log: logKeys(node).at(-1),
      line: line && lineKey(line),
    });
}
