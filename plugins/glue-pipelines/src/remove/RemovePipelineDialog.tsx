import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { UnregisterEntityDialog } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { WorkflowDetail } from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { Snippet } from '../adopt/Snippet';
import { Notice } from '../status/Notice';

const useStyles = makeStyles(
  theme => ({
    dialog: { '& .MuiButton-root': { textTransform: 'none' } },
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      '& h3': {
        margin: 0,
        fontSize: theme.typography.pxToRem(14),
        fontWeight: theme.typography.fontWeightBold as number,
      },
      '& ul': {
        margin: theme.spacing(0.5, 0, 0),
        paddingLeft: theme.spacing(3),
      },
    },
    actions: { padding: theme.spacing(1, 3, 2) },
  }),
  { name: 'GluePipelinesRemovePipelineDialog' },
);

/**
 * Says what goes and what stays when the portal forgets a pipeline, and then
 * lets Backstage ask and remove the entity: the catalog checks its own
 * permission and audits it.
 */
export function RemovePipelineDialog(props: {
  entity: Entity;
  workflow: WorkflowDetail;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const { entity, workflow, onClose, onRemoved } = props;
  const classes = useStyles();
  const [asking, setAsking] = useState(false);
  const { startTrigger, name } = workflow;
  if (asking) {
    return (
      <UnregisterEntityDialog
        open
        entity={entity}
        onConfirm={onRemoved}
        onClose={onClose}
      />
    );
  }
  const goesOn =
    startTrigger?.type === 'EVENT' ||
    (startTrigger?.type === 'SCHEDULED' && startTrigger.state === 'ACTIVATED');
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      className={classes.dialog}
      onClose={onClose}
      aria-labelledby="glue-pipelines-remove"
    >
      <DialogTitle id="glue-pipelines-remove">
        Remove {name} from the portal?
      </DialogTitle>
      <DialogContent className={classes.content}>
        {goesOn && (
          <Notice kind="warning">
            AWS goes on starting this workflow
            {startTrigger?.type === 'EVENT'
              ? ' by its events'
              : ' by its schedule'}
            , and nobody sees it here any more. Pause it or destroy the stack
            first.
          </Notice>
        )}
        <Typography variant="body2" component="div">
          <h3>What goes</h3>
          <ul>
            <li>
              {stringifyEntityRef(entity)} from the catalog, with this page
            </li>
            <li>
              the history of its runs in the portal, after 30 days unless the
              portal is configured otherwise, if no other entity names the
              workflow
            </li>
          </ul>
        </Typography>
        <Typography variant="body2" component="div">
          <h3>What stays</h3>
          <ul>
            <li>
              everything in AWS account {workflow.accountId}: the workflow, its
              jobs and crawlers, the data and the warehouse, and what they cost
            </li>
            <li>the repository, and the file that describes the entity</li>
          </ul>
        </Typography>
        <Typography variant="body2" component="div">
          <h3>To remove it from AWS, too</h3>
          In the repository of a pipeline that was made here; buckets and
          databases stay, as its README says. Other workflows are removed by
          what has made them.
        </Typography>
        <Snippet name="command" text="npm run destroy" />
      </DialogContent>
      <DialogActions className={classes.actions}>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          color="secondary"
          variant="contained"
          onClick={() => setAsking(true)}
        >
          Go on to removing
        </Button>
      </DialogActions>
    </Dialog>
  );
}
