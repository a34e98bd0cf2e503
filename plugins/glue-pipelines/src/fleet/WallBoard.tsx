import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { FleetResponse } from '@glue-pipelines/backstage-plugin-common';
import { useRef } from 'react';
import { joinClasses } from '../status/joinClasses';
import { Notice } from '../status/Notice';
import { StatusIcon } from '../status/StatusIcon';
import { toneOf } from '../status/statuses';
import { Trouble } from '../status/Trouble';
import { useToneStyles } from '../status/useToneStyles';
import { secondsSince } from '../time/duration';
import { useNow } from '../time/useNow';
import { useTexts } from '../translation/ref';
import { FILTERS, FleetState, TILES } from './fleetState';
import { nameOfRef } from './fleetWords';
import { TILE_STATUS } from './tileLooks';
import { ageWords, troubled } from './wall';
import { useFleet } from './useFleet';
import { WallPipelines } from './WallPipelines';

const useStyles = makeStyles(
  theme => ({
    board: {
      position: 'fixed',
      inset: 0,
      // Above the portal's side bar: a wall has nobody who navigates.
      zIndex: theme.zIndex.drawer + 200,
      display: 'flex',
      flexDirection: 'column',
      gap: 'clamp(12px, 1.6vw, 32px)',
      padding: 'clamp(12px, 1.6vw, 32px)',
      overflow: 'auto',
      backgroundColor: theme.palette.background.default,
      color: theme.palette.text.primary,
      '& [class*="MuiButton-root"]': { textTransform: 'none' },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 3),
    },
    title: { margin: 0, fontSize: 'clamp(20px, 2vw, 40px)' },
    aside: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      fontSize: 'clamp(14px, 1.1vw, 22px)',
      color: theme.palette.text.secondary,
    },
    tiles: {
      display: 'grid',
      gap: 'clamp(8px, 1vw, 20px)',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(40%, 200px), 1fr))',
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    tile: {
      padding: 'clamp(8px, 1vw, 20px) clamp(12px, 1.4vw, 28px)',
      borderRadius: 12,
      border: `1px solid ${theme.palette.divider}`,
      backgroundColor: theme.palette.background.paper,
    },
    count: {
      display: 'block',
      fontSize: 'clamp(36px, 5vw, 96px)',
      fontWeight: theme.typography.fontWeightBold as number,
      lineHeight: 1.1,
      color: theme.palette.text.primary,
    },
    word: {
      display: 'flex',
      alignItems: 'center',
      gap: 8,
      fontSize: 'clamp(16px, 1.5vw, 30px)',
    },
  }),
  { name: 'GluePipelinesWallBoard' },
);

function Tiles({ counts }: { counts: FleetResponse['tiles'] }) {
  const classes = useStyles();
  const t = useTexts();
  const tones = useToneStyles();
  return (
    <ul aria-label={t('fleet.wall.tiles')} className={classes.tiles}>
      {TILES.map(tile => {
        const status = TILE_STATUS[tile];
        return (
          <li
            key={tile}
            className={joinClasses(
              classes.tile,
              counts[tile] > 0 && tones[`${toneOf(status)}Chip`],
            )}
          >
            <span className={classes.count}>{counts[tile]}</span>{' '}
            <span
              className={joinClasses(
                classes.word,
                tones[`${toneOf(status)}Text`],
              )}
            >
              <StatusIcon status={status} size={28} />
              {t(`fleet.tiles.${tile}`)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** How old what is shown is: in a notice where the portal has not answered for longer. */
function Age(props: { answeredAt: number; failing: boolean }) {
  const { answeredAt, failing } = props;
  const t = useTexts();
  const now = useNow(1_000);
  const seconds = secondsSince(new Date(answeredAt).toISOString(), now);
  return failing ? (
    <Notice kind="warning" role="status">
      {t('fleet.wall.silent', { age: ageWords(t, seconds) })}
    </Notice>
  ) : (
    <span>{t('fleet.wall.updated', { age: ageWords(t, seconds) })}</span>
  );
}

/**
 * The fleet for a screen on the wall: nothing but how many workflows are how,
 * and the worst of them, in type that is read from across a room. It keeps
 * itself up to date, and what it knew last when the portal does not answer.
 */
export function WallBoard(props: { state: FleetState; onLeave: () => void }) {
  const { state, onLeave } = props;
  const classes = useStyles();
  const t = useTexts();
  const board = useRef<HTMLElement>(null);
  const { data, error, answeredAt } = useFleet({
    ...state,
    tile: undefined,
    group: undefined,
    sort: undefined,
    order: undefined,
    page: undefined,
  });
  const narrowed = [state.text, ...FILTERS.map(name => state[name])].flatMap(
    value => (value ? nameOfRef(value) : []),
  );
  return (
    <main
      ref={board}
      lang={t('locale')}
      className={classes.board}
      aria-label={t('fleet.wall.label')}
    >
      <div className={classes.head}>
        <h1 className={classes.title}>
          {[t('fleet.title'), ...narrowed].join(' · ')}
        </h1>
        <div className={classes.aside}>
          {data && answeredAt !== undefined && (
            <Age answeredAt={answeredAt} failing={error !== undefined} />
          )}
          {document.fullscreenEnabled && (
            <Button
              size="small"
              onClick={() => board.current?.requestFullscreen()}
            >
              {t('fleet.wall.fullScreen')}
            </Button>
          )}
          <Button size="small" onClick={onLeave}>
            {t('fleet.wall.leave')}
          </Button>
        </div>
      </div>
      {data ? (
        <>
          <Tiles counts={data.tiles} />
          <WallPipelines
            items={troubled(data.items)}
            total={data.total - data.tiles.healthy}
            all={data.total}
          />
        </>
      ) : (
        <Trouble error={error} isStale={false} />
      )}
      {!data && !error && (
        <div role="progressbar" aria-label={t('fleet.loading')}>
          <Skeleton variant="rect" height={160} />
        </div>
      )}
    </main>
  );
}
