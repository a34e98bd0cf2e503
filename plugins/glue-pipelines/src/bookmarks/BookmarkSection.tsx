import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  BookmarkResponse,
  gluePipelinesBookmarkResetPermission,
} from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { gluePipelinesApiRef, WorkflowOfEntity } from '../api/GluePipelinesApi';
import { OnDemandSection } from '../data/OnDemandSection';
import { Facts } from '../nodes/Facts';
import { useTexts } from '../translation/ref';
import { isResettable, nextReadWords } from './bookmarkWords';
import { ResetBookmarkDialog } from './ResetBookmarkDialog';

const REASON_ID = 'glue-pipelines-bookmark-denied';

/** How far a job has read, asked for when somebody looks, and the way to let it read again. */
export function BookmarkSection(props: {
  workflow: WorkflowOfEntity;
  jobName: string;
}) {
  const { workflow, jobName } = props;
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const [reset, setReset] = useState<BookmarkResponse>();
  return (
    <OnDemandSection
      title={t('bookmarks.title')}
      hint={t('bookmarks.hint')}
      ask={signal => api.getBookmark({ ...workflow, jobName }, { signal })}
    >
      {data => (
        <Bookmark
          workflow={workflow}
          bookmark={reset && reset.readAt > data.readAt ? reset : data}
          onReset={setReset}
        />
      )}
    </OnDemandSection>
  );
}

function Bookmark(props: {
  workflow: WorkflowOfEntity;
  bookmark: BookmarkResponse;
  onReset: (bookmark: BookmarkResponse) => void;
}) {
  const { workflow, bookmark, onReset } = props;
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const { loading, allowed } = usePermission({
    permission: gluePipelinesBookmarkResetPermission,
    resourceRef: workflow.entityRef,
  });
  const denied = !loading && !allowed;
  const known = bookmark.bookmark;
  return (
    <>
      <Typography variant="body2" role="status">
        {nextReadWords(t, bookmark)}
      </Typography>
      {known && (
        <Facts
          facts={[
            [
              t('bookmarks.leftBy'),
              known.run > 0 &&
                t('bookmarks.leftByRun', { run: String(known.run) }),
            ],
            [t('bookmarks.jobRun'), known.run > 0 && known.jobRunId],
            [t('bookmarks.changes'), known.version],
          ]}
        />
      )}
      {isResettable(bookmark) && (
        <div>
          <Button
            size="small"
            variant="outlined"
            disabled={!allowed}
            aria-describedby={denied ? REASON_ID : undefined}
            onClick={() => setOpen(true)}
          >
            {t('bookmarks.reset.open')}
          </Button>
          {denied && (
            <Typography id={REASON_ID} variant="body2" color="textSecondary">
              {t('bookmarks.denied', {
                permission: gluePipelinesBookmarkResetPermission.name,
              })}
            </Typography>
          )}
        </div>
      )}
      {open && (
        <ResetBookmarkDialog
          workflow={workflow}
          bookmark={bookmark}
          onClose={() => setOpen(false)}
          onReset={answer => {
            setOpen(false);
            onReset(answer);
          }}
        />
      )}
    </>
  );
}
