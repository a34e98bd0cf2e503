import { makeStyles } from '@material-ui/core/styles';
import {
  QualityFinding,
  RunQuality,
} from '@glue-pipelines/backstage-plugin-common';
import { joinClasses } from '../status/joinClasses';
import { Notice } from '../status/Notice';
import { StatusIcon } from '../status/StatusIcon';
import { Status, toneOf } from '../status/statuses';
import { useToneStyles } from '../status/useToneStyles';
import { formatNumber } from '../translation/formatNumber';
import { useTexts } from '../translation/ref';
import { Panel } from '../workflow/Panel';
import { foundWords, ruleWords, wantedWords } from './findingWords';

type Outcome = QualityFinding['outcome'];

/** By which mark an outcome is shown; what one must know comes first. */
const LOOKS: Record<Outcome, Status> = {
  failed: 'failed',
  quarantined: 'partially-failed',
  warned: 'partially-failed',
  unknown: 'unknown',
  passed: 'succeeded',
};
const ORDER = Object.keys(LOOKS);

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      fontSize: theme.typography.pxToRem(14),
    },
    finding: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 2),
      padding: theme.spacing(0.75, 0),
      overflowWrap: 'anywhere',
    },
    outcome: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      flex: '0 0 128px',
      fontWeight: theme.typography.fontWeightMedium as number,
    },
    rule: { flex: '1 1 200px', minWidth: 0 },
    measured: {
      flex: '2 1 280px',
      minWidth: 0,
      color: theme.palette.text.secondary,
    },
    aside: { marginTop: theme.spacing(1) },
    place: { fontFamily: 'Menlo, Consolas, monospace' },
  }),
  { name: 'GluePipelinesQuality' },
);

function Finding({ finding }: { finding: QualityFinding }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const t = useTexts();
  const status = LOOKS[finding.outcome];
  return (
    <li className={classes.finding}>
      <span
        className={joinClasses(classes.outcome, tones[`${toneOf(status)}Text`])}
      >
        <StatusIcon status={status} size={16} />
        {t(`quality.outcomes.${finding.outcome}`)}
      </span>
      <span className={classes.rule}>{ruleWords(t, finding)}</span>
      <span className={classes.measured}>
        {foundWords(t, finding)}; {wantedWords(t, finding)}
      </span>
    </li>
  );
}

/** Which rules the result of a run met, what was measured, and where the rows lie that did not meet them. */
export function QualityPanel({ quality }: { quality: RunQuality }) {
  const classes = useStyles();
  const t = useTexts();
  const { rules, quarantined, quarantine } = quality;
  const met = rules.filter(({ outcome }) => outcome === 'passed').length;
  const inOrder = [...rules].sort(
    (a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome),
  );
  return (
    <Panel
      title={t('quality.title')}
      aside={t('quality.met', {
        met: String(met),
        rules: String(rules.length),
      })}
    >
      <ul className={classes.list}>
        {inOrder.map((finding, index) => (
          <Finding key={index} finding={finding} />
        ))}
      </ul>
      {quarantined !== undefined && quarantined > 0 && (
        <div className={classes.aside}>
          <Notice kind="warning">
            {t('quality.setAside', {
              count: quarantined,
              number: formatNumber(t, quarantined),
              where: <span className={classes.place}>{quarantine}</span>,
            })}
          </Notice>
        </div>
      )}
    </Panel>
  );
}
