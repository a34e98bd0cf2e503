import { makeStyles } from '@material-ui/core/styles';
import { WorkflowGraph } from '@glue-pipelines/backstage-plugin-common';
import {
  KeyboardEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { GraphEdges } from './GraphEdges';
import { GraphNode } from './GraphNode';
import { GraphStructure, layoutGraph, structureOf } from './layout';
import { firstNode, isGraphKey, nextNode } from './navigation';
import { useElementSize } from './useElementSize';
import { fitScale, initialScale } from './zoom';
import { ZoomButtons } from './ZoomButtons';

const MAX_HEIGHT = 520;

const useStyles = makeStyles(
  theme => ({
    root: { position: 'relative', minWidth: 0 },
    frame: {
      overflow: 'auto',
      maxHeight: MAX_HEIGHT,
      scrollbarWidth: 'thin',
    },
    sized: { position: 'relative', overflow: 'hidden', margin: '0 auto' },
    scaled: { position: 'absolute', transformOrigin: '0 0' },
    tools: {
      display: 'flex',
      justifyContent: 'flex-end',
      paddingTop: theme.spacing(1),
    },
  }),
  { name: 'GluePipelinesGraph' },
);

/** The layout of a graph, computed anew only when its structure changes. */
function useLayout(graph: WorkflowGraph, workflowName: string) {
  const key = useMemo(
    () => JSON.stringify(structureOf(graph, workflowName)),
    [graph, workflowName],
  );
  return useMemo(() => {
    const structure: GraphStructure = JSON.parse(key);
    return {
      layout: layoutGraph(structure),
      labels: structure.nodes.map(node => node.label),
    };
  }, [key]);
}

/** The node to look at first: what is chosen, what failed, what runs. */
function interestOf(graph: WorkflowGraph, selectedId?: string) {
  const inState = (...states: string[]) =>
    graph.nodes.find(
      ({ type, state }) => type !== 'TRIGGER' && states.includes(state),
    )?.id;
  return selectedId ?? inState('failed', 'timed-out') ?? inState('running');
}

/** A workflow's graph with the states of one run. */
export function WorkflowGraphView(props: {
  graph: WorkflowGraph;
  workflowName: string;
  selectedId?: string;
  onOpen: (nodeId: string) => void;
}) {
  const { graph, workflowName, selectedId, onOpen } = props;
  const classes = useStyles();
  const { layout, labels } = useLayout(graph, workflowName);
  const states = useMemo(
    () => new Map(graph.nodes.map(node => [node.id, node.state])),
    [graph],
  );

  const frame = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(frame);
  const room = { width, height: MAX_HEIGHT };
  const [zoom, setZoom] = useState<number | 'fit' | 'readable'>('readable');
  const scales = {
    fit: fitScale(layout, room),
    readable: initialScale(layout, room),
  };
  const scale = typeof zoom === 'number' ? zoom : scales[zoom];

  const [tabStop, setTabStop] = useState<string>();
  const isKnown = tabStop !== undefined && states.has(tabStop);
  const tabStopId = isKnown ? tabStop : (selectedId ?? firstNode(layout));

  const interestId = interestOf(graph, selectedId);
  useEffect(() => {
    const box = layout.nodes.find(({ id }) => id === interestId);
    const view = frame.current;
    if (!box || !view) {
      return;
    }
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    view.scrollLeft = middle.x * scale - view.clientWidth / 2;
    view.scrollTop = middle.y * scale - view.clientHeight / 2;
  }, [interestId, layout, scale, width]);

  const onKeyDown = useCallback(
    (event: KeyboardEvent, nodeId: string) => {
      if (isGraphKey(event.key)) {
        event.preventDefault();
        const next = nextNode(layout, nodeId, event.key);
        const index = layout.nodes.findIndex(({ id }) => id === next);
        frame.current?.querySelectorAll('button')[index]?.focus();
      }
    },
    [layout],
  );
  const onFocus = useCallback((id: string) => setTabStop(id), []);

  return (
    <div className={classes.root}>
      <div ref={frame} className={classes.frame}>
        <div
          role="group"
          aria-label={`Graph of ${workflowName}: arrow keys follow the edges, Enter opens details`}
          className={classes.sized}
          style={{ width: layout.width * scale, height: layout.height * scale }}
        >
          <div
            className={classes.scaled}
            style={{
              width: layout.width,
              height: layout.height,
              transform: `scale(${scale})`,
            }}
          >
            <GraphEdges layout={layout} states={states} />
            {graph.nodes.map((node, index) => (
              <GraphNode
                key={node.id}
                node={node}
                box={layout.nodes[index]}
                label={labels[index]}
                selected={node.id === selectedId}
                hasTabStop={node.id === tabStopId}
                onOpen={onOpen}
                onFocus={onFocus}
                onKeyDown={onKeyDown}
              />
            ))}
          </div>
        </div>
      </div>
      <div className={classes.tools}>
        <ZoomButtons
          scale={scale}
          onFit={() => setZoom('fit')}
          onScale={setZoom}
        />
      </div>
    </div>
  );
}
