import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  CollectorLocation,
  CollectorResponse,
  gluePipelinesCollectorReadPermission,
} from '@glue-pipelines/backstage-plugin-common';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { useLiveResource } from '../live/useLiveResource';
import { Facts } from '../nodes/Facts';
import { StatusIcon } from '../status/StatusIcon';
import { Trouble } from '../status/Trouble';
import { Moment } from '../time/Moment';
import { useTexts } from '../translation/ref';
import { Panel } from '../workflow/Panel';
import { callWords, locationHealth, refusedWords } from './collectorWords';

/** Milliseconds from one look to the next. */
const INTERVAL_MS = 30_000;

const useStyles = makeStyles(
  theme => ({
    locations: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(320px, 100%), 1fr))',
      gap: theme.spacing(2, 3),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    name: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      margin: theme.spacing(0, 0, 0.5),
      fontSize: theme.typography.pxToRem(14),
      fontWeight: theme.typography.fontWeightBold as number,
    },
    health: { fontWeight: theme.typography.fontWeightRegular as number },
    foot: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'GluePipelinesCollectorSection' },
);

function Location({ location }: { location: CollectorLocation }) {
  const classes = useStyles();
  const t = useTexts();
  const { accountId, region, workflows, active, calls } = location;
  const { lastSuccessAt, newestFailure } = location;
  const { status, words } = locationHealth(t, location);
  return (
    <li>
      <h4 className={classes.name}>
        <StatusIcon status={status} size={18} />
        {`${accountId} · ${region}`}
        <span className={classes.health}>{words}</span>
      </h4>
      <Facts
        facts={[
          [
            t('collector.lastRead'),
            lastSuccessAt ? (
              <Moment instant={lastSuccessAt} />
            ) : (
              t('collector.never')
            ),
          ],
          [
            t('collector.workflows'),
            t('collector.counts', {
              workflows: String(workflows),
              active: String(active),
            }),
          ],
          [t('collector.calls'), callWords(t, calls)],
          [t('collector.trouble'), refusedWords(t, calls)],
          [t('collector.newestFailure'), newestFailure?.message],
          [
            t('collector.failedAt'),
            newestFailure && <Moment instant={newestFailure.at} />,
          ],
        ]}
      />
    </li>
  );
}

function Locations({ collector }: { collector: CollectorResponse }) {
  const classes = useStyles();
  const t = useTexts();
  const { locations, startedAt } = collector;
  if (locations.length === 0) {
    return <Typography variant="body2">{t('collector.none')}</Typography>;
  }
  return (
    <>
      <ul className={classes.locations} aria-label={t('collector.locations')}>
        {locations.map(location => (
          <Location
            key={`${location.accountId} ${location.region}`}
            location={location}
          />
        ))}
      </ul>
      <Typography
        variant="body2"
        color="textSecondary"
        component="div"
        className={classes.foot}
      >
        {t('collector.since', { when: <Moment instant={startedAt} /> })}
      </Typography>
    </>
  );
}

/** How the portal reads each account and region, for who may know that; nothing for others. */
export function CollectorSection() {
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const { allowed } = usePermission({
    permission: gluePipelinesCollectorReadPermission,
  });
  const { data, error } = useLiveResource(
    allowed ? 'collector' : undefined,
    signal => api.getCollector({ signal }),
    () => INTERVAL_MS,
  );
  if (!allowed) {
    return null;
  }
  return (
    <Panel title={t('collector.title')}>
      <Trouble error={error} isStale={Boolean(data)} isPart />
      {data && <Locations collector={data} />}
      {!data && !error && (
        <Skeleton
          variant="rect"
          height={96}
          role="progressbar"
          aria-label={t('collector.loading')}
        />
      )}
    </Panel>
  );
}
