import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { useWorkflowLink } from '../fleet/useWorkflowLink';
import { useLiveResource } from '../live/useLiveResource';
import { Facts } from '../nodes/Facts';
import { Trouble } from '../status/Trouble';
import { useTexts } from '../translation/ref';
import { Panel } from '../workflow/Panel';
import { atOnceWords, loadWords } from './headroomWords';

/** Milliseconds from one look to the next. */
const INTERVAL_MS = 30_000;

const useStyles = makeStyles(
  theme => ({
    name: {
      margin: theme.spacing(2, 0, 0.5),
      fontSize: theme.typography.pxToRem(14),
      fontWeight: theme.typography.fontWeightBold as number,
    },
    foot: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'GluePipelinesFleetHeadroom' },
);

/** What runs at once in each account, and which workflows start no further run; nothing where none can be seen. */
export function FleetHeadroom() {
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const linkTo = useWorkflowLink();
  const { data, error } = useLiveResource(
    'headroom',
    signal => api.getFleetHeadroom({ signal }),
    () => INTERVAL_MS,
  );
  if (!error && !data?.locations.length) {
    return null;
  }
  return (
    <Panel title={t('headroom.fleetTitle')}>
      <Trouble error={error} isStale={Boolean(data)} isPart />
      {data && (
        <>
          <section aria-label={t('headroom.locations')}>
            <Facts
              facts={data.locations.map(location => [
                `${location.accountId} · ${location.region}`,
                loadWords(t, location),
              ])}
            />
          </section>
          {data.full.length > 0 && (
            <section aria-label={t('headroom.workflows')}>
              <h4 className={classes.name}>{t('headroom.workflows')}</h4>
              <ul>
                {data.full.map(workflow => {
                  const page = linkTo(workflow);
                  return (
                    <li key={`${workflow.entityRef} ${workflow.arn}`}>
                      {page ? (
                        <Link to={page}>{workflow.name}</Link>
                      ) : (
                        workflow.name
                      )}
                      {`: ${atOnceWords(t, workflow)}`}
                    </li>
                  );
                })}
              </ul>
            </section>
          )}
          <Typography
            variant="body2"
            color="textSecondary"
            className={classes.foot}
          >
            {t('headroom.scope')}
          </Typography>
        </>
      )}
    </Panel>
  );
}
