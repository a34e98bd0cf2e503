import { ResponseError } from '@backstage/errors';
import Button from '@material-ui/core/Button';
import { Notice } from '../status/Notice';
import { useTexts } from '../translation/ref';

/** The address names a run that the portal does not know. */
export function isUnknown(error: Error | undefined): boolean {
  return error instanceof ResponseError && error.response.status === 404;
}

/** Says that the address leads nowhere, and on to where something is. */
export function UnknownRun(props: { runId: string; onNewest: () => void }) {
  const t = useTexts();
  return (
    <Notice
      kind="warning"
      action={
        <Button size="small" onClick={props.onNewest}>
          {t('workflow.runs.newest')}
        </Button>
      }
    >
      <strong>{t('workflow.runs.unknown', { run: props.runId })}</strong>{' '}
      {t('workflow.runs.unknownBecause')}
    </Notice>
  );
}
