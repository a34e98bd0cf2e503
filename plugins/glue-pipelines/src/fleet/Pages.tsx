import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../translation/ref';

const useStyles = makeStyles(
  theme => ({
    pages: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  }),
  { name: 'GluePipelinesPages' },
);

/** Which part of a list is shown, and the way to the others. */
export function Pages(props: {
  /** On this page. */
  shown: number;
  /** On all pages. */
  total: number;
  /** Of a full page. */
  size: number;
  /** From 1. */
  page: number;
  onPage: (page: number) => void;
}) {
  const { shown, total, size, page, onPage } = props;
  const classes = useStyles();
  const t = useTexts();
  const from = (page - 1) * size;
  return (
    <div className={classes.pages}>
      <Typography variant="body2" component="span">
        {shown > 0
          ? t('fleet.pages.range', {
              from: String(from + 1),
              to: String(from + shown),
              total: String(total),
            })
          : t('fleet.pages.none', { total: String(total) })}
      </Typography>
      <Button
        size="small"
        variant="outlined"
        disabled={page === 1}
        onClick={() => onPage(page - 1)}
      >
        {t('fleet.pages.previous')}
      </Button>
      <Button
        size="small"
        variant="outlined"
        disabled={from + shown >= total}
        onClick={() => onPage(page + 1)}
      >
        {t('fleet.pages.next')}
      </Button>
    </div>
  );
}
