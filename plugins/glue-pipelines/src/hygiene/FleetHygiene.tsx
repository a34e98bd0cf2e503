import { EmptyState, Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  HygieneItem,
  HygieneResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { FleetFilters } from '../fleet/FleetFilters';
import { FleetState, PAGE_SIZE } from '../fleet/fleetState';
import { nameOfRef } from '../fleet/fleetWords';
import { Pages } from '../fleet/Pages';
import { useWorkflowLink } from '../fleet/useWorkflowLink';
import { Trouble } from '../status/Trouble';
import { Moment } from '../time/Moment';
import { useTexts } from '../translation/ref';
import { Panel } from '../workflow/Panel';
import { FindingChoice } from './FindingChoice';
import { useHygiene } from './useHygiene';

const POLICY =
  'https://docs.aws.amazon.com/glue/latest/dg/glue-version-support-policy.html';

const useStyles = makeStyles(
  theme => ({
    body: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
      marginTop: theme.spacing(1.5),
    },
    // It scrolls by itself where the window is narrow.
    scroll: { overflowX: 'auto' },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: theme.typography.pxToRem(14),
      '& th, & td': {
        padding: theme.spacing(1),
        borderBottom: `1px solid ${theme.palette.divider}`,
        textAlign: 'left',
        verticalAlign: 'top',
      },
      '& th[scope=row]': { overflowWrap: 'anywhere', minWidth: 140 },
      '& ul': { margin: 0, paddingLeft: theme.spacing(2) },
    },
    quiet: {
      display: 'block',
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(12.5),
      fontWeight: theme.typography.fontWeightRegular as number,
    },
    foot: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
    },
  }),
  { name: 'GluePipelinesFleetHygiene' },
);

type PartProps = {
  state: FleetState;
  onChange: (change: FleetState) => void;
};

function Row({ item }: { item: HygieneItem }) {
  const classes = useStyles();
  const t = useTexts();
  const page = useWorkflowLink()(item);
  const { name, entityRef, owner, findings, endingVersions } = item;
  return (
    <tr>
      <th scope="row">
        {page ? <Link to={page}>{name}</Link> : name}
        <span className={classes.quiet}>
          {[item.entityTitle ?? nameOfRef(entityRef), owner && nameOfRef(owner)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </th>
      <td>
        <ul>
          {findings.map(finding => (
            <li key={finding}>
              {t(`hygiene.findings.${finding}`)}
              <span className={classes.quiet}>
                {t(`hygiene.remedies.${finding}`)}
              </span>
              {finding === 'ending-version' &&
                endingVersions?.map(({ jobs, ...end }) => (
                  <span key={end.version} className={classes.quiet}>
                    {t('hygiene.version', { ...end, jobs: jobs.join(', ') })}
                  </span>
                ))}
            </li>
          ))}
        </ul>
      </td>
      <td>{item.lastStartedAt && <Moment instant={item.lastStartedAt} />}</td>
    </tr>
  );
}

function Found(
  props: PartProps & { answer: HygieneResponse; isPrevious: boolean },
) {
  const { answer, isPrevious, state, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  const { items, total, wellKept, withheld } = answer;
  return (
    <div className={classes.body} aria-busy={isPrevious}>
      <FleetFilters
        state={state}
        choices={answer.filters}
        onChange={onChange}
        filtersOnly
      />
      <FindingChoice
        counts={answer.counts}
        value={state.finding}
        onChange={finding => onChange({ finding })}
      />
      <Typography variant="body2" role="status">
        {t('hygiene.summary', {
          found: t('fleet.workflows', { count: total }),
          kept: t('fleet.workflows', { count: wellKept }),
        })}
      </Typography>
      {total === 0 ? (
        <EmptyState
          missing="data"
          title={t('hygiene.nothing')}
          description={t('hygiene.nothingHelp')}
        />
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table} aria-label={t('hygiene.title')}>
            <thead>
              <tr>
                <th scope="col">{t('hygiene.workflow')}</th>
                <th scope="col">{t('hygiene.found')}</th>
                <th scope="col">{t('hygiene.lastRun')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(item => (
                <Row key={`${item.entityRef} ${item.arn}`} item={item} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={classes.foot}>
        <Typography variant="body2" color="textSecondary">
          {withheld > 0 &&
            t('hygiene.withheld', {
              workflows: t('fleet.workflows', { count: withheld }),
            })}
        </Typography>
        {items.some(({ endingVersions }) => endingVersions) && (
          <Link to={POLICY}>{t('hygiene.versionsFrom')}</Link>
        )}
        {total > 0 && (
          <Pages
            shown={items.length}
            total={total}
            size={PAGE_SIZE}
            page={state.page ?? 1}
            onPage={page => onChange({ page })}
          />
        )}
      </div>
    </div>
  );
}

/** What should be put right of all workflows, those with the most first. */
export function FleetHygiene(props: PartProps) {
  const t = useTexts();
  const { data, isPrevious, error } = useHygiene(props.state);
  return (
    <Panel title={t('hygiene.title')}>
      <Trouble error={error} isStale={Boolean(data)} />
      {data && <Found {...props} answer={data} isPrevious={isPrevious} />}
      {!data && !error && (
        <Skeleton
          variant="rect"
          height={200}
          role="progressbar"
          aria-label={t('hygiene.loading')}
        />
      )}
    </Panel>
  );
}
