import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { FleetItem } from '@glue-pipelines/backstage-plugin-common';
import { FleetState, writeFleetState } from '../fleet/fleetState';
import { useFleet } from '../fleet/useFleet';
import { useWorkflowLink } from '../fleet/useWorkflowLink';
import { fleetRouteRef } from '../routes';
import { fleetStatusOf } from '../status/healthOf';
import { StatusLabel } from '../status/StatusLabel';
import { Trouble } from '../status/Trouble';
import { Moment } from '../time/Moment';
import { useTexts } from '../translation/ref';

/** Workflows that a card has room for. */
const MOST = 8;

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    pipeline: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0.25, 2),
      padding: theme.spacing(1, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    name: {
      fontWeight: theme.typography.fontWeightBold as number,
      overflowWrap: 'anywhere',
    },
    facts: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      fontSize: theme.typography.pxToRem(13),
    },
    foot: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'GluePipelinesPipelineList' },
);

function Pipeline({ item }: { item: FleetItem }) {
  const classes = useStyles();
  const page = useWorkflowLink()(item);
  const startedAt = item.runs?.[0]?.startedAt;
  return (
    <li className={classes.pipeline}>
      {page ? (
        <Link to={page} className={classes.name}>
          {item.name}
        </Link>
      ) : (
        <span className={classes.name}>{item.name}</span>
      )}
      <span className={classes.facts}>
        {startedAt && <Moment instant={startedAt} />}
        <StatusLabel status={fleetStatusOf(item)} chip />
      </span>
    </li>
  );
}

/** A few workflows of the fleet, the worst first, kept up to date, and the way to all of them. */
export function PipelineList(props: {
  state: FleetState;
  label: string;
  /** Said where there is none. */
  none: string;
}) {
  const { state, label, none } = props;
  const classes = useStyles();
  const t = useTexts();
  const fleetPage = useRouteRef(fleetRouteRef)?.();
  const { data, error } = useFleet(state);
  if (!data) {
    return error ? (
      <Trouble error={error} isStale={false} />
    ) : (
      <div role="progressbar" aria-label={t('home.loading', { list: label })}>
        <Skeleton variant="rect" height={120} />
      </div>
    );
  }
  const more = data.total - Math.min(MOST, data.items.length);
  return (
    <>
      <Trouble error={error} isStale />
      {data.total === 0 ? (
        <Typography variant="body2">{none}</Typography>
      ) : (
        <ul aria-label={label} className={classes.list}>
          {data.items.slice(0, MOST).map(item => (
            <Pipeline key={`${item.entityRef} ${item.arn}`} item={item} />
          ))}
        </ul>
      )}
      {fleetPage && data.total > 0 && (
        <Typography variant="body2" className={classes.foot}>
          <Link
            to={`${fleetPage}?${writeFleetState(new URLSearchParams(), state)}`}
          >
            {more > 0
              ? t('home.more', { amount: String(more) })
              : t('home.closer')}
          </Link>
        </Typography>
      )}
    </>
  );
}
