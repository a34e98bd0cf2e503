import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import {
  FleetResponse,
  FleetTile,
} from '@glue-pipelines/backstage-plugin-common';
import { joinClasses } from '../status/joinClasses';
import { StatusIcon } from '../status/StatusIcon';
import { toneOf } from '../status/statuses';
import { useToneStyles } from '../status/useToneStyles';
import { useTexts } from '../translation/ref';
import { TILES } from './fleetState';
import { TILE_STATUS } from './tileLooks';

const useStyles = makeStyles(
  theme => ({
    tiles: {
      display: 'grid',
      gap: theme.spacing(1.5),
      gridTemplateColumns: 'repeat(auto-fit, minmax(128px, 1fr))',
    },
    tile: {
      display: 'block',
      textAlign: 'left',
      padding: theme.spacing(1.5, 2),
      borderRadius: 8,
      border: `1px solid ${theme.palette.divider}`,
      backgroundColor: theme.palette.background.paper,
      font: 'inherit',
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 1,
      },
    },
    chosen: {
      borderColor: theme.palette.primary.main,
      boxShadow: `inset 0 0 0 1px ${theme.palette.primary.main}`,
    },
    count: {
      display: 'block',
      color: theme.palette.text.primary,
      fontSize: theme.typography.pxToRem(28),
      fontWeight: theme.typography.fontWeightBold as number,
      lineHeight: 1.2,
    },
    word: {
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      fontSize: theme.typography.pxToRem(14),
    },
  }),
  { name: 'GluePipelinesFleetTiles' },
);

/** How many workflows are how; each narrows the list down to these, or widens it again. */
export function FleetTiles(props: {
  counts: FleetResponse['tiles'];
  chosen?: FleetTile;
  onChoose: (tile: FleetTile | undefined) => void;
}) {
  const { counts, chosen, onChoose } = props;
  const classes = useStyles();
  const t = useTexts();
  const tones = useToneStyles();
  return (
    <div
      role="group"
      aria-label={t('fleet.tiles.label')}
      className={classes.tiles}
    >
      {TILES.map(tile => {
        const status = TILE_STATUS[tile];
        return (
          <ButtonBase
            key={tile}
            className={joinClasses(
              classes.tile,
              tile === chosen && classes.chosen,
            )}
            aria-pressed={tile === chosen}
            onClick={() => onChoose(tile === chosen ? undefined : tile)}
          >
            <span className={classes.count}>{counts[tile]}</span>{' '}
            <span
              className={joinClasses(
                classes.word,
                tones[`${toneOf(status)}Text`],
              )}
            >
              <StatusIcon status={status} size={16} />
              {t(`fleet.tiles.${tile}`)}
            </span>
          </ButtonBase>
        );
      })}
    </div>
  );
}
