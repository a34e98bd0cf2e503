import Button from '@material-ui/core/Button';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  explainFailure,
  LogLine,
  RunDetail,
  RunSummary,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { ReactNode } from 'react';
import { WorkflowOfEntity } from '../api/GluePipelinesApi';
import { errorText } from '../api/errorText';
import { causeWords } from '../causes/causeWords';
import { shortName } from '../graph/shownGraph';
import { Facts } from '../nodes/Facts';
import { useOpenLog } from '../logs/useOpenLog';
import { lastAttempt, retryWords } from '../nodes/nodeFacts';
import { nodesInFlow } from '../nodes/nodesInFlow';
import { endWords } from '../runs/endWords';
import { isFailure } from '../status/statuses';
import { Notice } from '../status/Notice';
import { Texts, useTexts } from '../translation/ref';
import { failureHistory } from './failureHistory';
import { useLastWords } from './useLastWords';

/** Names of nodes that are told at once. */
const MOST_NAMES = 6;

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(2) },
    cause: { display: 'block' },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    facts: { marginTop: theme.spacing(1) },
    line: {
      display: '-webkit-box',
      WebkitLineClamp: 3,
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
      fontFamily: 'Menlo, Consolas, monospace',
      fontSize: theme.typography.pxToRem(12.5),
      whiteSpace: 'pre-wrap',
    },
  }),
  { name: 'GluePipelinesWhatHappened' },
);

/** The job or crawler that a run's failure names. */
export function failedNodeOf(run: RunDetail): WorkflowNode | undefined {
  return run.graph.nodes.find(
    ({ type, name }) => type !== 'TRIGGER' && name === run.failure?.nodeName,
  );
}

/** What a failure kept from running, in words. */
function notReached(t: Texts, { graph }: RunDetail, workflowName: string) {
  const names = nodesInFlow(graph)
    .filter(({ type, state }) => type !== 'TRIGGER' && state === 'not-reached')
    .map(({ name }) => shortName(name, workflowName));
  const more = names.length - MOST_NAMES;
  return more > 0
    ? t('failure.andMore', {
        names: names.slice(0, MOST_NAMES).join(', '),
        count: more,
      })
    : names.join(', ');
}

/** What the log said last that means something, which leads to its place there. */
function LastLine(props: {
  line: LogLine;
  /** The error that is shown already says the same. */
  isRepetition: boolean;
  onOpen: () => void;
}) {
  const { line, isRepetition, onOpen } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <>
      {!isRepetition && (
        <span className={classes.line} title={line.text}>
          {line.text}
        </span>
      )}
      <Link
        component="button"
        variant="body2"
        underline="always"
        onClick={onOpen}
      >
        {t('failure.logLine')}
      </Link>
    </>
  );
}

/** What one wants to know of a run that failed or was stopped, without a click: where, why, and whether it is new. */
export function WhatHappened(props: {
  workflow: WorkflowOfEntity;
  workflowName: string;
  run: RunDetail;
  /** The workflow's runs, newest first. */
  runs: readonly RunSummary[];
  onOpen: (nodeId: string) => void;
  /** The workflow does not say that it belongs to the entity, so that its logs are not shown. */
  logsWithheld?: boolean;
  /** What shows the log of the node. */
  logAction?: (node: WorkflowNode) => ReactNode;
}) {
  const { workflow, workflowName, run, runs, onOpen, logAction } = props;
  const classes = useStyles();
  const t = useTexts();
  const openLog = useOpenLog(run.id);
  const failed = isFailure(run.health);
  const node = failedNodeOf(run);
  const attempt = node && lastAttempt(node);
  const lastWords = useLastWords(
    failed && node && attempt && !props.logsWithheld
      ? { ...workflow, runId: run.id, attempt: attempt.id ?? node.name }
      : undefined,
  );
  if (!run.failure && !run.errorMessage) {
    return null;
  }
  const message = run.failure?.message ?? run.errorMessage;
  const cause = attempt?.cause ?? explainFailure(message, attempt?.rawState);
  const words = cause && causeWords(t, cause);
  const { line } = lastWords;
  return (
    <div className={classes.root}>
      <Notice
        kind={failed ? 'error' : 'warning'}
        action={
          node && (
            <div className={classes.actions}>
              <Button size="small" onClick={() => onOpen(node.id)}>
                {t('failure.details')}
              </Button>
              {logAction?.(node)}
            </div>
          )
        }
      >
        {run.failure && <strong>{endWords(t, run)}</strong>}
        {node?.pendingRetry && <span>. {retryWords(t, node)}.</span>}
        {cause && words ? (
          <span className={classes.cause}>
            {words.title} {words.remedy}{' '}
            {cause.documentation && (
              <Link
                href={cause.documentation}
                target="_blank"
                rel="noopener noreferrer"
                underline="always"
              >
                {t('nodes.explanation.documentation')}
              </Link>
            )}
          </span>
        ) : (
          <span className={classes.line} title={message}>
            {message}
          </span>
        )}
        {failed && (
          <div className={classes.facts}>
            <Facts
              facts={[
                [
                  t('failure.log'),
                  line && node ? (
                    <LastLine
                      line={line}
                      isRepetition={line.text === message}
                      onOpen={() => openLog(node, line)}
                    />
                  ) : (
                    (lastWords.loading && (
                      <Skeleton variant="text" width="60%" />
                    )) ||
                    (lastWords.error &&
                      t('failure.logUnread', {
                        reason: errorText(lastWords.error),
                      }))
                  ),
                ],
                [t('failure.notReached'), notReached(t, run, workflowName)],
                [t('failure.before'), failureHistory(t, run, runs)],
              ]}
            />
          </div>
        )}
      </Notice>
    </div>
  );
}
