import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import {
  RunDetail,
  WorkflowGraph,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { ReactNode, useRef, useState } from 'react';
import { WorkflowGraphView } from '../graph/WorkflowGraphView';
import { NodeDetails } from '../nodes/NodeDetails';
import { nodesInFlow } from '../nodes/nodesInFlow';
import { NodeTable } from '../nodes/NodeTable';
import { RunProperties } from '../nodes/RunProperties';
import { UsualLength } from '../runs/RunLength';
import { RunLine } from '../runs/RunLine';
import { Notice } from '../status/Notice';
import { wordOf } from '../status/statuses';
import { RunTimeline } from '../timeline/RunTimeline';
import { absoluteTime } from '../time/instant';
import { Texts, useTexts } from '../translation/ref';
import { findByKey, keyOf, namedNodes, ViewName } from '../url/urlState';
import { useUrlState } from '../url/useUrlState';
import { NodePane, PANE_WIDTH, useHasPane } from './NodePane';
import { ViewToggle } from './ViewToggle';

const useStyles = makeStyles(
  theme => ({
    top: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      alignItems: 'center',
      gap: theme.spacing(1.5),
    },
    body: { marginTop: theme.spacing(2), minWidth: 0 },
    beside: {
      display: 'grid',
      gridTemplateColumns: `minmax(0, 1fr) ${PANE_WIDTH}px`,
      gap: theme.spacing(3),
      alignItems: 'start',
    },
    previous: { opacity: 0.5 },
  }),
  { name: 'GluePipelinesRunView' },
);

/** A run in one line, for a picture of it. */
function captionOf(t: Texts, { id, health, startedAt }: RunDetail): string {
  const start =
    startedAt &&
    t('workflow.runs.started', { when: absoluteTime(t, startedAt) });
  return [wordOf(t, health), start, id].filter(Boolean).join(', ');
}

/** One run, or a workflow that never ran: graph or table, and a node's details. */
export function RunView(props: {
  workflowName: string;
  graph: WorkflowGraph;
  run?: RunDetail;
  /** What is shown is not the run that was chosen last; that one is on its way. */
  isPrevious: boolean;
  /** Why run properties are not shown, where they are not. */
  propertiesWithheld?: string;
  /** How long runs of the workflow take. */
  usual?: UsualLength;
  /** What there is to say of a run that did not succeed. */
  explanation?: (onOpen: (nodeId: string) => void) => ReactNode;
  /** What can be done with a node of it. */
  nodeAction?: (node: WorkflowNode) => ReactNode;
  /** What else there is of a node. */
  nodeMore?: (node: WorkflowNode) => ReactNode;
  /** What can be done with the run. */
  runAction?: ReactNode;
  /** The run beside those before it. */
  grid?: ReactNode;
  /** The run beside another one. */
  comparison?: (onOpen: (nodeId: string) => void) => ReactNode;
}) {
  const { workflowName, graph, run, isPrevious, runAction } = props;
  const classes = useStyles();
  const t = useTexts();
  const [url, changeUrl] = useUrlState();
  const wide = useMediaQuery('(min-width:768px)', { noSsr: true });
  const hasPane = useHasPane();
  const view: ViewName = url.view ?? (wide ? 'graph' : 'table');

  const names = namedNodes(graph.nodes);
  const selectedId = findByKey(url.node, names)?.id;
  const selected = graph.nodes.find(({ id }) => id === selectedId);

  const opener = useRef<HTMLElement>();
  const [openedHere, setOpenedHere] = useState(false);
  const open = (nodeId: string | undefined) => {
    const named = names.find(({ id }) => id === nodeId);
    if (named) {
      opener.current =
        document.activeElement instanceof HTMLElement
          ? document.activeElement
          : undefined;
      setOpenedHere(true);
      changeUrl({ node: keyOf(named, names) });
    }
  };
  const close = () => {
    changeUrl({ node: undefined });
    opener.current?.focus();
  };
  const shared = { workflowName, selectedId, onOpen: open };
  return (
    <div aria-busy={isPrevious}>
      <div className={classes.top}>
        {run ? (
          <RunLine run={run} usual={props.usual} action={runAction} />
        ) : (
          <span />
        )}
        <ViewToggle view={view} onChange={next => changeUrl({ view: next })} />
      </div>
      {props.explanation?.(open)}
      {url.unknownView && (
        <Notice kind="warning">
          {t('workflow.views.unknown', { view: url.unknownView })}
        </Notice>
      )}
      {url.node && !selected && (
        <Notice kind="warning">
          {t('workflow.node.unknown', { node: url.node })}
        </Notice>
      )}
      {run && <RunProperties run={run} withheld={props.propertiesWithheld} />}
      <div
        className={
          selected && hasPane
            ? `${classes.body} ${classes.beside}`
            : classes.body
        }
      >
        <div
          className={isPrevious ? classes.previous : undefined}
          style={{ minWidth: 0 }}
        >
          {view === 'graph' && (
            <WorkflowGraphView
              graph={graph}
              caption={run && captionOf(t, run)}
              showTriggers={url.triggers === 'shown'}
              onShowTriggers={shown =>
                changeUrl({ triggers: shown ? 'shown' : undefined })
              }
              {...shared}
            />
          )}
          {view === 'grid' && props.grid}
          {view === 'timeline' && run && <RunTimeline run={run} {...shared} />}
          {view === 'compare' && props.comparison?.(open)}
          {!run && !['graph', 'table'].includes(view) && (
            <Typography variant="body2" color="textSecondary">
              {t('workflow.views.noRun')}
            </Typography>
          )}
          {view === 'table' && (
            <NodeTable
              nodes={nodesInFlow(graph)}
              narrow={Boolean(selected && hasPane)}
              {...shared}
            />
          )}
        </div>
        {selected && (
          <NodePane onClose={close}>
            <NodeDetails
              node={selected}
              takesFocus={openedHere}
              action={props.nodeAction?.(selected)}
              more={props.nodeMore?.(selected)}
              onClose={close}
            />
          </NodePane>
        )}
      </div>
    </div>
  );
}
