import { makeStyles } from '@material-ui/core/styles';
import { FleetItem } from '@glue-pipelines/backstage-plugin-common';
import { joinClasses } from '../status/joinClasses';
import { fleetStatusOf } from '../status/healthOf';
import { StatusIcon } from '../status/StatusIcon';
import { toneOf, wordOf } from '../status/statuses';
import { useToneStyles } from '../status/useToneStyles';
import { Moment } from '../time/Moment';
import { useNow } from '../time/useNow';
import { useTexts } from '../translation/ref';
import { promiseWords } from '../promises/promiseWords';
import { nameOfRef } from './fleetWords';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: 'clamp(8px, 0.8vw, 16px)',
      gridTemplateColumns:
        'repeat(auto-fill, minmax(min(100%, 26vw + 200px), 1fr))',
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    pipeline: {
      display: 'flex',
      alignItems: 'center',
      gap: 'clamp(10px, 1vw, 20px)',
      minWidth: 0,
      padding: 'clamp(8px, 0.7vw, 14px) clamp(10px, 1vw, 20px)',
      borderRadius: 12,
    },
    words: { flex: '1 1 auto', minWidth: 0 },
    name: {
      display: 'block',
      color: theme.palette.text.primary,
      fontSize: 'clamp(18px, 1.7vw, 34px)',
      fontWeight: theme.typography.fontWeightBold as number,
      lineHeight: 1.25,
      overflowWrap: 'anywhere',
    },
    facts: {
      display: 'block',
      color: theme.palette.text.primary,
      fontSize: 'clamp(14px, 1.1vw, 22px)',
    },
    calm: {
      display: 'flex',
      alignItems: 'center',
      gap: 16,
      margin: 0,
      fontSize: 'clamp(24px, 3vw, 60px)',
    },
    more: { margin: 0, fontSize: 'clamp(16px, 1.4vw, 28px)' },
  }),
  { name: 'GluePipelinesWallPipelines' },
);

function Pipeline({ item }: { item: FleetItem }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const t = useTexts();
  const now = useNow(30_000);
  const lateness =
    item.freshness?.state === 'late' && promiseWords(t, item.freshness, now);
  const startedAt = item.runs?.[0]?.startedAt;
  return (
    <li
      className={joinClasses(
        classes.pipeline,
        tones[`${toneOf(fleetStatusOf(item))}Chip`],
      )}
    >
      <StatusIcon status={fleetStatusOf(item)} size={40} />
      <span className={classes.words}>
        <span className={classes.name}>{item.name}</span>
        <span className={classes.facts}>
          {[
            wordOf(t, fleetStatusOf(item)),
            lateness,
            item.owner && nameOfRef(item.owner),
          ]
            .filter(Boolean)
            .join(' · ')}
          {startedAt && (
            <>
              {' · '}
              {t('fleet.wall.runOf', { when: <Moment instant={startedAt} /> })}
            </>
          )}
        </span>
      </span>
    </li>
  );
}

/** The workflows that are not healthy, or the good news that there are none. */
export function WallPipelines(props: {
  items: FleetItem[];
  /** How many there are that are not healthy, shown or not. */
  total: number;
  all: number;
}) {
  const { items, total, all } = props;
  const t = useTexts();
  const classes = useStyles();
  const tones = useToneStyles();
  if (all === 0) {
    return <p className={classes.calm}>{t('fleet.wall.none')}</p>;
  }
  if (items.length === 0) {
    return (
      <p className={joinClasses(classes.calm, tones.okText)}>
        <StatusIcon status="succeeded" size={48} />
        {t('fleet.wall.allHealthy')}
      </p>
    );
  }
  return (
    <>
      <ul aria-label={t('fleet.wall.worst')} className={classes.list}>
        {items.map(item => (
          <Pipeline key={`${item.entityRef} ${item.arn}`} item={item} />
        ))}
      </ul>
      {total > items.length && (
        <p className={classes.more}>
          {t('fleet.wall.more', { amount: String(total - items.length) })}
        </p>
      )}
    </>
  );
}
