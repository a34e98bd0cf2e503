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
import { isResettable, nextReadWords } from './bookmarkWords';
import { ResetBookmarkDialog } from './ResetBookmarkDialog';

const REASON_ID = 'glue-pipelines-bookmark-denied';

/** How far a job has read, asked for when somebody looks, and the way to let it read again. */
export function BookmarkSection(props: {
  workflow: WorkflowOfEntity;
  jobName: string;
}) {
  const { workflow, jobName } = props;
  const api = useApi(gluePipelinesApiRef);
  const [reset, setReset] = useState<BookmarkResponse>();
  return (
    <OnDemandSection
      title="Bookmark"
      hint="how far the job has read"
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
        {nextReadWords(bookmark)}
      </Typography>
      {known && (
        <Facts
          facts={[
            ['Left by run', known.run > 0 && `${known.run} of the job`],
            ['Job run', known.run > 0 && known.jobRunId],
            ['Changes', known.version],
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
            Reset the bookmark
          </Button>
          {denied && (
            <Typography id={REASON_ID} variant="body2" color="textSecondary">
              {`You may not reset it: the permission ${gluePipelinesBookmarkResetPermission.name} is missing.`}
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
