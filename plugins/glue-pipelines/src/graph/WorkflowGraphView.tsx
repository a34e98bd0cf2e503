import { makeStyles } from '@material-ui/core/styles';
import { WorkflowGraph } from '@glue-pipelines/backstage-plugin-common';
import { KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { isActive } from '../status/statuses';
import { useTexts } from '../translation/ref';
import { ExportMenu } from './ExportMenu';
import { GraphEdges } from './GraphEdges';
import { GraphNode } from './GraphNode';
import { GraphTools } from './GraphTools';
import { neighbourhood } from './neighbourhood';
import { firstNode, isGraphKey, nextNode } from './navigation';
import { useLatest } from './useLatest';
import { usePanZoom } from './usePanZoom';
import { useShownGraph } from './useShownGraph';
import { useSight } from './useSight';
import { zoomKey } from './zoom';

const MAX_HEIGHT = 520;

const useStyles = makeStyles(
  {
    root: { position: 'relative', minWidth: 0 },
    frame: {
      display: 'flex',
      maxHeight: MAX_HEIGHT,
      // The plain wheel and one finger scroll the page, so not up and down here.
      overflowX: 'auto',
      overflowY: 'hidden',
      touchAction: 'pan-x pan-y',
      scrollbarWidth: 'thin',
      userSelect: 'none',
      cursor: 'grab',
      '&[data-dragging], &[data-dragging] button': { cursor: 'grabbing' },
    },
    sized: {
      position: 'relative',
      flex: 'none',
      overflow: 'hidden',
      margin: 'auto',
    },
    scaled: { position: 'absolute', transformOrigin: '0 0' },
    edges: { position: 'absolute', inset: 0 },
  },
  { name: 'GluePipelinesGraph' },
);

/** Whether a graph has triggers between its nodes, beyond what starts it. */
function hasInnerTriggers({ nodes, edges }: WorkflowGraph): boolean {
  const targets = new Set(edges.map(({ destinationId }) => destinationId));
  return nodes.some(({ id, type }) => type === 'TRIGGER' && targets.has(id));
}

/** A workflow's graph with the states of one run. */
export function WorkflowGraphView(props: {
  graph: WorkflowGraph;
  workflowName: string;
  /** What an exported picture says below the workflow's name. */
  caption?: string;
  selectedId?: string;
  showTriggers: boolean;
  onShowTriggers: (shown: boolean) => void;
  onOpen: (nodeId: string) => void;
}) {
  const { graph, workflowName, caption, selectedId } = props;
  const { showTriggers, onShowTriggers } = props;
  const classes = useStyles();
  const t = useTexts();
  const { shown, layout } = useShownGraph(t, graph, {
    workflowName,
    showTriggers,
  });
  const nodes = useMemo(
    () => new Map(shown.nodes.map(({ node }) => [node.id, node])),
    [shown],
  );

  const frame = useRef<HTMLDivElement>(null);
  const [isFollowing, setFollowing] = useState(true);
  const stopFollowing = () => setFollowing(false);
  const selected = useMemo(
    () => neighbourhood(layout, selectedId),
    [layout, selectedId],
  );
  const { scale, initial, width, zoomTo, show } = usePanZoom(
    frame,
    layout,
    MAX_HEIGHT,
    selected?.around,
    stopFollowing,
  );
  useSight({ shown, layout, width, selected, isFollowing, show });

  const [tabStop, setTabStop] = useState<string>();
  const tabStopId =
    [tabStop, selectedId].find(id => id !== undefined && nodes.has(id)) ??
    firstNode(layout);

  const onOpen = useLatest(props.onOpen);
  const onNodeKeyDown = useCallback(
    (event: KeyboardEvent, nodeId: string) => {
      if (isGraphKey(event.key)) {
        event.preventDefault();
        const next = nextNode(layout, nodeId, event.key);
        const index = layout.nodes.findIndex(({ id }) => id === next);
        setFollowing(false);
        frame.current?.querySelectorAll('button')[index]?.focus();
      }
    },
    [layout],
  );
  const onFocus = useCallback((id: string) => setTabStop(id), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = zoomKey(event, scale);
    if (next !== undefined) {
      event.preventDefault();
      zoomTo(next);
    }
  };

  const isUnderWay = graph.nodes.some(
    ({ state }) => isActive(state) || state === 'waiting',
  );
  return (
    <div className={classes.root}>
      <div
        ref={frame}
        className={classes.frame}
        style={{ minHeight: Math.min(MAX_HEIGHT, layout.height * initial) }}
      >
        {/* The keys go on from the buttons in it, which have the focus. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          role="group"
          aria-label={t('graph.label', { workflow: workflowName })}
          className={classes.sized}
          style={{ width: layout.width * scale, height: layout.height * scale }}
          onKeyDown={onKeyDown}
        >
          <div
            className={classes.scaled}
            style={{
              width: layout.width,
              height: layout.height,
              transform: `scale(${scale})`,
            }}
          >
            <svg
              aria-hidden
              className={classes.edges}
              width={layout.width}
              height={layout.height}
            >
              <GraphEdges
                layout={layout}
                edges={shown.edges}
                nodes={nodes}
                selectedId={selectedId}
              />
            </svg>
            {shown.nodes.map((node, index) => (
              <GraphNode
                key={node.node.id}
                {...node}
                box={layout.nodes[index]}
                selected={node.node.id === selectedId}
                hasTabStop={node.node.id === tabStopId}
                onOpen={onOpen}
                onFocus={onFocus}
                onKeyDown={onNodeKeyDown}
              />
            ))}
          </div>
        </div>
      </div>
      <GraphTools
        scale={scale}
        onScale={zoomTo}
        triggers={
          hasInnerTriggers(graph)
            ? { shown: showTriggers, onChange: onShowTriggers }
            : undefined
        }
        follow={
          isUnderWay ? { on: isFollowing, onChange: setFollowing } : undefined
        }
      >
        <ExportMenu
          shown={shown}
          layout={layout}
          workflowName={workflowName}
          caption={caption}
        />
      </GraphTools>
    </div>
  );
}
