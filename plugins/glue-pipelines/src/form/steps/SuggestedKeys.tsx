import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { SuggestedKey } from '@glue-pipelines/backstage-plugin-common';
import { type Texts, useTexts } from '../../translation/ref';

const useStyles = makeStyles(
  theme => ({
    keys: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    key: { textTransform: 'none' },
  }),
  { name: 'GluePipelinesSuggestedKeys' },
);

const keyWords = (t: Texts, { left, right, sample }: SuggestedKey) =>
  sample
    ? t('form.steps.keyOf', {
        left,
        right,
        matching: String(sample.matching),
        compared: String(sample.compared),
      })
    : t('form.steps.key', { left, right });

/** Pairs of columns that a join may be made by, to take with a click. */
export function SuggestedKeys(props: {
  keys: readonly SuggestedKey[];
  onChoose: (key: SuggestedKey) => void;
}) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <div
      className={classes.keys}
      role="group"
      aria-label={t('form.steps.keys')}
    >
      <Typography variant="body2">{t('form.steps.keys')}</Typography>
      {props.keys.map(key => (
        <Button
          key={`${key.left} ${key.right}`}
          className={classes.key}
          size="small"
          variant="outlined"
          onClick={() => props.onChoose(key)}
        >
          {keyWords(t, key)}
        </Button>
      ))}
    </div>
  );
}
