import { makeStyles } from '@material-ui/core/styles';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import {
  explainFailure,
  failedLine,
  FailureCause,
} from '@glue-pipelines/backstage-plugin-common';
import { causeWords } from '../causes/causeWords';
import { useTexts } from '../translation/ref';

const useStyles = makeStyles(
  theme => ({
    title: {
      fontWeight: theme.typography.fontWeightBold as number,
      overflowWrap: 'anywhere',
    },
    rest: { marginTop: theme.spacing(0.5), overflowWrap: 'anywhere' },
  }),
  { name: 'GluePipelinesExplanation' },
);

/** What an error means and what to do about it, or that this is not known. */
export function Explanation(props: {
  error: string;
  rawState?: string;
  /** As the back end derived it, which knows what adopters added. */
  known?: FailureCause;
}) {
  const { error, rawState, known } = props;
  const classes = useStyles();
  const t = useTexts();
  const cause = known ?? explainFailure(error, rawState);
  const line = failedLine(error);
  if (!cause) {
    return (
      <Typography variant="body2" color="textSecondary">
        {line === undefined
          ? t('nodes.explanation.unknown')
          : t('nodes.explanation.unknownInLine', { line: String(line) })}
      </Typography>
    );
  }
  const { title, remedy } = causeWords(t, cause);
  return (
    <>
      <Typography variant="body2" className={classes.title}>
        {line === undefined
          ? title
          : t('nodes.explanation.inLine', {
              cause: title,
              line: String(line),
            })}
      </Typography>
      <Typography variant="body2" className={classes.rest}>
        {remedy}
      </Typography>
      {cause.documentation && (
        <Typography variant="body2" className={classes.rest}>
          <Link
            href={cause.documentation}
            target="_blank"
            rel="noopener noreferrer"
            underline="always"
          >
            {t('nodes.explanation.documentation')}
          </Link>
        </Typography>
      )}
    </>
  );
}
