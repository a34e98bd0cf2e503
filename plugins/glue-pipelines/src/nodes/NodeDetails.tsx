import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import CloseIcon from '@material-ui/icons/Close';
import {
  errorCategory,
  NodeAttempt,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { ReactNode, useEffect, useRef } from 'react';
import { DpuHours } from '../cost/DpuHours';
import { predicateWords } from '../graph/predicateWords';
import { scheduleWords } from '../schedule/scheduleWords';
import { nodeTypeWord } from '../status/statuses';
import { Notice } from '../status/Notice';
import { StatusLabel } from '../status/StatusLabel';
import { tonesOfTheme } from '../status/tones';
import { Elapsed } from '../time/Elapsed';
import { Moment } from '../time/Moment';
import { useTexts } from '../translation/ref';
import { Explanation } from './Explanation';
import { Facts } from './Facts';
import { causeOf, errorOf, lastAttempt, retryWords } from './nodeFacts';
import { NodeTypeIcon } from './NodeTypeIcon';

const useStyles = makeStyles(
  theme => {
    const tones = tonesOfTheme(theme);
    return {
      head: {
        display: 'flex',
        alignItems: 'flex-start',
        justifyContent: 'space-between',
        gap: theme.spacing(1),
      },
      heading: {
        fontSize: theme.typography.pxToRem(18),
        fontWeight: theme.typography.fontWeightBold as number,
        lineHeight: 1.35,
        margin: 0,
        overflowWrap: 'anywhere',
        '&:focus': { outline: 'none' },
      },
      kind: {
        display: 'flex',
        alignItems: 'center',
        gap: theme.spacing(0.75),
        color: theme.palette.text.secondary,
      },
      section: { marginTop: theme.spacing(2) },
      title: {
        fontSize: theme.typography.pxToRem(13),
        fontWeight: theme.typography.fontWeightBold as number,
        color: theme.palette.text.secondary,
        margin: theme.spacing(0, 0, 0.5),
      },
      error: {
        margin: 0,
        padding: theme.spacing(1.5),
        maxHeight: 320,
        overflow: 'auto',
        borderRadius: 6,
        borderLeft: `4px solid ${tones.error.mark}`,
        backgroundColor: tones.error.tint,
        color: theme.palette.text.primary,
        fontFamily: 'Menlo, Consolas, monospace',
        fontSize: theme.typography.pxToRem(12.5),
        lineHeight: 1.5,
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
      },
      attempt: {
        padding: theme.spacing(1, 0),
        '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
      },
    };
  },
  { name: 'GluePipelinesNodeDetails' },
);

function Attempt(props: { attempt: NodeAttempt; showNumber: boolean }) {
  const { attempt, showNumber } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.attempt}>
      <Facts
        facts={[
          [t('nodes.facts.attempt'), showNumber && attempt.attempt + 1],
          [t('nodes.facts.state'), attempt.rawState],
          [t('nodes.facts.errorCategory'), errorCategory(attempt.errorMessage)],
          [t('nodes.facts.waitsFor'), attempt.stateDetail],
          [
            t('nodes.facts.started'),
            attempt.startedAt && <Moment instant={attempt.startedAt} />,
          ],
          [
            t('nodes.facts.duration'),
            attempt.startedAt && <Elapsed {...attempt} />,
          ],
          [
            t('nodes.facts.dpuHours'),
            attempt.dpuHours !== undefined && (
              <DpuHours hours={attempt.dpuHours} />
            ),
          ],
          [
            t('nodes.facts.workers'),
            attempt.workerType &&
              `${attempt.numberOfWorkers ?? '?'} × ${attempt.workerType}`,
          ],
          [t('nodes.facts.glueVersion'), attempt.glueVersion],
          [t('nodes.facts.executionClass'), attempt.executionClass],
          [t('nodes.facts.logGroup'), attempt.logGroupName],
          [t('nodes.facts.jobRun'), attempt.id],
        ]}
      />
    </div>
  );
}

/** All that is known of a node: why it failed first, then what it did. */
export function NodeDetails(props: {
  node: WorkflowNode;
  /** Somebody just opened it, so the focus moves here. */
  takesFocus: boolean;
  /** What can be done with the node. */
  action?: ReactNode;
  /** What else there is of the node, after its attempts. */
  more?: ReactNode;
  onClose: () => void;
}) {
  const { node, takesFocus, action, more, onClose } = props;
  const classes = useStyles();
  const t = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) {
      heading.current?.focus({ preventScroll: true });
      // Smoothly or not is up to the page's own style; not all of it fits.
      heading.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [takesFocus, node.id]);

  // Wherever on the page the focus is; a dialog over it keeps Escape for itself.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        onClose();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onClose]);
  const error = errorOf(node);
  const timedOut = node.state === 'timed-out';
  const newestFirst = [...node.attempts].reverse();
  return (
    <section aria-label={t('nodes.details.label', { node: node.name })}>
      <div className={classes.head}>
        <div>
          <Typography variant="body2" component="div" className={classes.kind}>
            <NodeTypeIcon
              type={node.type}
              triggerType={node.trigger?.type}
              size={16}
            />
            {nodeTypeWord(t, node.type)}
          </Typography>
          <h3 ref={heading} tabIndex={-1} className={classes.heading}>
            {node.name}
          </h3>
        </div>
        <IconButton
          size="small"
          edge="end"
          aria-label={t('nodes.details.close')}
          onClick={onClose}
        >
          <CloseIcon fontSize="small" />
        </IconButton>
      </div>
      <div className={classes.section}>
        <StatusLabel status={node.state} type={node.type} chip />
      </div>
      {node.pendingRetry && (
        <div className={classes.section}>
          <Notice kind="warning">{retryWords(t, node)}.</Notice>
        </div>
      )}
      {action && <div className={classes.section}>{action}</div>}
      {(error || timedOut) && (
        <div className={classes.section}>
          <h4 className={classes.title}>{t('nodes.details.cause')}</h4>
          <Explanation
            error={error ?? ''}
            rawState={lastAttempt(node)?.rawState}
            known={causeOf(node)}
          />
        </div>
      )}
      {error && (
        <div className={classes.section}>
          <h4 className={classes.title}>{t('nodes.details.error')}</h4>
          {/* It scrolls, so the keyboard must reach it: WCAG 2.1, 2.1.1. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre className={classes.error} tabIndex={0}>
            {error}
          </pre>
        </div>
      )}
      {node.trigger && (
        <div className={classes.section}>
          <Facts
            facts={[
              [
                t('nodes.facts.kind'),
                t(`nodes.triggerKinds.${node.trigger.type}`),
              ],
              [t('nodes.facts.state'), node.trigger.state.toLowerCase()],
              [t('nodes.facts.firesWhen'), predicateWords(t, node.trigger)],
              [
                t('nodes.facts.schedule'),
                node.trigger.schedule &&
                  scheduleWords(t, node.trigger.schedule),
              ],
              [t('nodes.facts.expression'), node.trigger.schedule],
            ]}
          />
        </div>
      )}
      {newestFirst.length > 0 && (
        <div className={classes.section}>
          <h4 className={classes.title}>
            {t(
              newestFirst.length > 1
                ? 'nodes.details.newestFirst'
                : 'nodes.details.attempt',
            )}
          </h4>
          {newestFirst.map(attempt => (
            <Attempt
              key={attempt.attempt}
              attempt={attempt}
              showNumber={newestFirst.length > 1}
            />
          ))}
        </div>
      )}
      {!lastAttempt(node) && !node.trigger && (
        <Typography variant="body2" className={classes.section}>
          {t(
            node.state === 'not-reached'
              ? 'nodes.details.notReached'
              : 'nodes.details.notYet',
          )}
        </Typography>
      )}
      {more && <div className={classes.section}>{more}</div>}
    </section>
  );
}
