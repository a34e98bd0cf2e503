import { ResponseError } from '@backstage/errors';
import Button from '@material-ui/core/Button';
import { Notice } from '../status/Notice';

/** The address names a run that the portal does not know. */
export function isUnknown(error: Error | undefined): boolean {
  return error instanceof ResponseError && error.response.status === 404;
}

/** Says that the address leads nowhere, and on to where something is. */
export function UnknownRun(props: { runId: string; onNewest: () => void }) {
  return (
    <Notice
      kind="warning"
      action={
        <Button size="small" onClick={props.onNewest}>
          Show the newest run
        </Button>
      }
    >
      <strong>There is no run {props.runId}.</strong> It may belong to another
      workflow, or be older than the history that the portal keeps.
    </Notice>
  );
}
