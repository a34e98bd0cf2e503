import Button from '@material-ui/core/Button';
import { Notice } from '../status/Notice';
import { Moment } from '../time/Moment';
import { useTexts } from '../translation/ref';

/** Says that a page is filled in from before, and lets one begin anew. */
export function DraftNotice(props: {
  savedAt: string;
  onStartAfresh: () => void;
}) {
  const t = useTexts();
  return (
    <Notice
      kind="running"
      role="status"
      action={
        <Button size="small" color="primary" onClick={props.onStartAfresh}>
          {t('form.draft.startAfresh')}
        </Button>
      }
    >
      {t('form.draft.restored', { when: <Moment instant={props.savedAt} /> })}
    </Notice>
  );
}
