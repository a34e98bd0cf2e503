import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { wordWithin } from '../status/statuses';
import { StatusIcon } from '../status/StatusIcon';
import { tonesOfTheme } from '../status/tones';
import { Texts, useTexts } from '../translation/ref';
import { repairChain } from './chainOfRepairs';

const useStyles = makeStyles(
  theme => ({
    chain: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      listStyle: 'none',
      fontSize: theme.typography.pxToRem(14),
      '& li': { display: 'flex', alignItems: 'center', gap: 4 },
      '& li + li::before': {
        content: '"→"',
        marginRight: 4,
        color: tonesOfTheme(theme).quiet,
      },
    },
    quiet: { color: tonesOfTheme(theme).quiet },
  }),
  { name: 'GluePipelinesRepairChain' },
);

function nameOf(t: Texts, index: number, length: number): string {
  if (index === 0) {
    return t('runs.chain.original');
  }
  return index === length - 1
    ? t('runs.chain.latest')
    : t('runs.chain.repair', { place: String(index) });
}

/** The run with those that it goes on from and those that went on from it; nothing where there are none. */
export function RepairChain(props: {
  run: RunSummary;
  /** Newest first. */
  runs: readonly RunSummary[];
  onSelect: (runId: string) => void;
}) {
  const { run, runs, onSelect } = props;
  const classes = useStyles();
  const t = useTexts();
  const chain = repairChain(run, runs);
  if (chain.length === 1) {
    return null;
  }
  const place = chain.findIndex(({ id }) => id === run.id);
  return (
    <ol
      className={classes.chain}
      aria-label={t('runs.chain.label', {
        place: String(place + 1),
        length: String(chain.length),
      })}
    >
      {chain.map((link, index) => (
        <li key={link.id} aria-current={link.id === run.id || undefined}>
          {link.run && <StatusIcon status={link.run.health} size={16} />}
          {link.id === run.id ? (
            <strong>{nameOf(t, index, chain.length)}</strong>
          ) : (
            <Link
              component="button"
              variant="body2"
              onClick={() => onSelect(link.id)}
            >
              {nameOf(t, index, chain.length)}
            </Link>
          )}
          {link.run && (
            <span className={classes.quiet}>
              {wordWithin(t, link.run.health)}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
