import { makeStyles } from '@material-ui/core/styles';
import { PromiseState } from '@glue-pipelines/backstage-plugin-common';
import { tonesOfTheme } from '../status/tones';
import { useNow } from '../time/useNow';
import { useTexts } from '../translation/ref';
import { promiseWords } from './promiseWords';

const useStyles = makeStyles(
  theme => ({ late: { color: tonesOfTheme(theme).error.text } }),
  { name: 'GluePipelinesPromiseLine' },
);

/** Whether a promise about when runs end is kept, in words. */
export function PromiseLine({ promise }: { promise: PromiseState }) {
  const classes = useStyles();
  const t = useTexts();
  const now = useNow(30_000);
  const isBroken = promise.state === 'late' || promise.problem !== undefined;
  return (
    <span
      className={isBroken ? classes.late : undefined}
      title={promise.promise}
    >
      {promiseWords(t, promise, now)}
    </span>
  );
}
