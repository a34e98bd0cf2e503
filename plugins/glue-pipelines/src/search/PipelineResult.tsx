import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import { BaseSearchResultListItemProps } from '@backstage/plugin-search-react/alpha';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import { makeStyles } from '@material-ui/core/styles';
import { GluePipelineDocument } from '@glue-pipelines/backstage-plugin-common';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { nameOfRef } from '../fleet/fleetWords';
import { useLiveResource } from '../live/useLiveResource';
import { StatusLabel } from '../status/StatusLabel';
import { useTexts } from '../translation/ref';

const useStyles = makeStyles(
  theme => ({
    result: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      width: '100%',
    },
    words: { flex: '1 1 240px', overflowWrap: 'anywhere' },
  }),
  { name: 'GluePipelinesPipelineResult' },
);

/** How the workflow is now; nothing for who may not see it. */
function Health({ document }: { document: GluePipelineDocument }) {
  const api = useApi(gluePipelinesApiRef);
  const { data } = useLiveResource(
    document.entityRef,
    signal => api.getWorkflows(document.entityRef, { signal }),
    () => undefined,
  );
  const workflow = data?.items.find(({ arn }) => arn === document.arn);
  return workflow ? <StatusLabel status={workflow.health} chip /> : null;
}

/** A pipeline among the results of the search: its name, whose it is, and how it is. */
export function PipelineResult(props: BaseSearchResultListItemProps) {
  const { result, icon } = props;
  const classes = useStyles();
  const t = useTexts();
  const document = result as GluePipelineDocument | undefined;
  if (!document) {
    return null;
  }
  return (
    <div className={classes.result}>
      {icon && <ListItemIcon>{icon}</ListItemIcon>}
      <ListItemText
        className={classes.words}
        primaryTypographyProps={{ variant: 'h6' }}
        primary={
          <Link to={document.location} noTrack>
            {document.title}
          </Link>
        }
        secondary={[
          t('search.kind'),
          document.owner && nameOfRef(document.owner),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <Health document={document} />
    </div>
  );
}
