import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import MyLocationIcon from '@material-ui/icons/MyLocation';
import { ReactNode } from 'react';
import { useTexts } from '../translation/ref';
import { ZoomButtons } from './ZoomButtons';

const useStyles = makeStyles(
  theme => ({
    tools: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: theme.spacing(1),
      paddingTop: theme.spacing(1),
    },
    triggers: {
      margin: theme.spacing(0, 'auto', 0, 0),
      '& [class*="MuiFormControlLabel-label"]': { fontSize: 13 },
    },
  }),
  { name: 'GluePipelinesGraphTools' },
);

/** What can be done with the picture of a graph. */
export function GraphTools(props: {
  scale: number;
  onScale: (scale: number | 'fit') => void;
  /** Absent: there are no triggers between the nodes. */
  triggers?: { shown: boolean; onChange: (shown: boolean) => void };
  /** Absent: nothing goes on that could be followed. */
  follow?: { on: boolean; onChange: (on: boolean) => void };
  children: ReactNode;
}) {
  const { scale, onScale, triggers, follow, children } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.tools}>
      {triggers && (
        <FormControlLabel
          className={classes.triggers}
          label={t('graph.triggers')}
          control={
            <Switch
              size="small"
              color="primary"
              checked={triggers.shown}
              onChange={(_, shown) => triggers.onChange(shown)}
            />
          }
        />
      )}
      {follow && (
        <Button
          size="small"
          variant="outlined"
          color={follow.on ? 'primary' : 'default'}
          aria-pressed={follow.on}
          title={t('graph.followTitle')}
          startIcon={<MyLocationIcon aria-hidden />}
          onClick={() => follow.onChange(!follow.on)}
        >
          {t('graph.follow')}
        </Button>
      )}
      <ZoomButtons
        scale={scale}
        onFit={() => onScale('fit')}
        onScale={onScale}
      />
      {children}
    </div>
  );
}
