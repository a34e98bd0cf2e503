import { useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  RunChangesResponse,
  RunDifference,
} from '@glue-pipelines/backstage-plugin-common';
import { ReactNode } from 'react';
import { gluePipelinesApiRef, WorkflowOfEntity } from '../api/GluePipelinesApi';
import { useLiveResource } from '../live/useLiveResource';
import { Trouble } from '../status/Trouble';
import { Moment } from '../time/Moment';
import { Texts, useTexts } from '../translation/ref';
import { summaryWords, unknownWords } from './changeWords';

/** Differences that are shown at once: the likeliest come first. */
const SHOWN = 5;

const useStyles = makeStyles(
  theme => ({
    changes: {
      marginTop: theme.spacing(1.5),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
    },
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      fontWeight: theme.typography.fontWeightBold as number,
    },
    summary: { margin: 0 },
    list: {
      margin: theme.spacing(0.5, 0, 0),
      paddingLeft: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
    quiet: { color: theme.palette.text.secondary },
    more: { '& summary': { cursor: 'pointer', width: 'fit-content' } },
  }),
  { name: 'GluePipelinesRunChanges' },
);

/** What is different, in one line. */
export function differenceWords(t: Texts, difference: RunDifference): string {
  const { node, field, before, after } = difference;
  const ofRun = { kind: t(`changes.kinds.${difference.kind}`), field };
  const what = node
    ? t('changes.whatOfNode', { ...ofRun, node })
    : t('changes.what', ofRun);
  if (before === undefined) {
    return after === undefined
      ? t('changes.isDifferent', { what })
      : t('changes.isNew', { what, after });
  }
  return after === undefined
    ? t('changes.isGone', { what, before })
    : t('changes.isOther', { what, before, after });
}

function List({ items }: { items: string[] }) {
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {items.map(item => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function More(props: { summary: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <details className={`${classes.more} ${classes.quiet}`}>
      <summary>{props.summary}</summary>
      {props.children}
    </details>
  );
}

function Changes(props: { changes: RunChangesResponse; isNamed: boolean }) {
  const { changes, isNamed } = props;
  const classes = useStyles();
  const t = useTexts();
  const words = changes.differences.map(difference =>
    differenceWords(t, difference),
  );
  return (
    <>
      <p className={classes.summary}>
        {summaryWords(t, changes, isNamed)}
        {changes.comparedWith?.startedAt && (
          <span className={classes.quiet}>
            {' '}
            {t('changes.comparedWith', {
              when: <Moment instant={changes.comparedWith.startedAt} />,
            })}
          </span>
        )}
      </p>
      {words.length > 0 && <List items={words.slice(0, SHOWN)} />}
      {words.length > SHOWN && (
        <More summary={t('changes.more', { count: words.length - SHOWN })}>
          <List items={words.slice(SHOWN)} />
        </More>
      )}
      {changes.unknown.length > 0 && (
        <More summary={t('changes.unknown')}>
          <List items={changes.unknown.map(each => unknownWords(t, each))} />
        </More>
      )}
    </>
  );
}

/** What is different in a run from the last one that succeeded, which is often why it failed, or from another. */
export function RunChanges(props: {
  workflow: WorkflowOfEntity;
  runId: string;
  /** The run to compare with. */
  since?: string;
}) {
  const { workflow, runId, since } = props;
  const { entityRef, workflowArn } = workflow;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const changes = useLiveResource(
    `${entityRef} ${workflowArn} ${runId} ${since ?? ''}`,
    signal => api.getRunChanges({ ...workflow, runId, since }, { signal }),
    () => undefined,
  );
  const data = changes.isPrevious ? undefined : changes.data;
  const title = t(since ? 'changes.sinceOther' : 'changes.sinceSuccess');
  return (
    <section className={classes.changes} aria-label={title}>
      <h4 className={classes.title}>{title}</h4>
      <Trouble error={changes.error} isStale={Boolean(data)} isPart />
      {data && <Changes changes={data} isNamed={since !== undefined} />}
      {!data && !changes.error && <Skeleton variant="text" width="60%" />}
    </section>
  );
}
