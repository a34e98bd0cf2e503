import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import {
  NodeState,
  WorkflowGraph,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { useTheme } from '@material-ui/core/styles';
import { ReactNode, useMemo, useState } from 'react';
import { WorkflowGraphView } from '../../plugins/glue-pipelines/src/graph/WorkflowGraphView';
import { keepUnchanged } from '../../plugins/glue-pipelines/src/live/keepUnchanged';
import { nodeIcon } from '../../plugins/glue-pipelines/src/nodes/NodeTypeIcon';
import { STATUS_ICONS } from '../../plugins/glue-pipelines/src/status/StatusIcon';
import { toneOf } from '../../plugins/glue-pipelines/src/status/statuses';
import { tonesOfTheme } from '../../plugins/glue-pipelines/src/status/tones';
import { mount } from './app';
import { changingNode, graphOf } from './graphs';
import { pause, watch, Watched } from './watch';

export type GraphKind = 'WorkflowGraphView' | 'DependencyGraph';

interface Scene {
  kind: GraphKind;
  graph: WorkflowGraph;
}

/** A node with what ours shows: what it is, its name, and how it is, as a mark, a word and a colour. */
function Node({ node }: { node: WorkflowNode }) {
  const theme = useTheme();
  const tone = tonesOfTheme(theme)[toneOf(node.state)];
  const TypeIcon = nodeIcon(node.type);
  const StateIcon = STATUS_ICONS[node.state];
  return (
    <g data-node={node.id} role="button" tabIndex={0}>
      <rect
        width={196}
        height={72}
        rx={8}
        fill={tone.tint}
        stroke={tone.mark}
      />
      <TypeIcon x={14} y={14} width={18} height={18} />
      <text x={38} y={28} fontSize={14} fontWeight="bold">
        {node.name}
      </text>
      <StateIcon x={14} y={42} width={15} height={15} fill={tone.mark} />
      <text x={34} y={54} fontSize={12} fill={tone.text}>
        {node.state}
      </text>
    </g>
  );
}

const renderNode = ({ node }: { node: unknown }) => (
  <Node node={node as WorkflowNode} />
);

function Theirs({ graph }: { graph: WorkflowGraph }) {
  const edges = useMemo(
    () =>
      graph.edges.map(({ sourceId, destinationId }) => ({
        from: sourceId,
        to: destinationId,
      })),
    [graph.edges],
  );
  return (
    <DependencyGraph
      nodes={graph.nodes as { id: string }[]}
      edges={edges}
      renderNode={renderNode}
      direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
    />
  );
}

let setScene: (scene: Scene | undefined) => void = () => {};

function Stage() {
  const [scene, set] = useState<Scene>();
  setScene = set;
  let graph: ReactNode;
  if (scene?.kind === 'DependencyGraph') {
    graph = <Theirs graph={scene.graph} />;
  } else if (scene) {
    graph = (
      <WorkflowGraphView
        graph={scene.graph}
        workflowName="benchmark"
        showTriggers={false}
        onShowTriggers={() => {}}
        onOpen={() => {}}
      />
    );
  }
  return <div id="stage">{graph}</div>;
}

/** The element of a node, in either graph. */
const elementOf = (id: string) =>
  document.querySelector(
    `#stage button[title="${id}"], #stage [data-node="${id}"]`,
  );

/** Whether a node is drawn in a state, where it can be seen. */
function shows(id: string, state: NodeState): boolean {
  const element = elementOf(id);
  return (
    element !== null &&
    getComputedStyle(element).visibility === 'visible' &&
    element.textContent!.toLowerCase().includes(state)
  );
}

const copy = <T,>(data: T): T => JSON.parse(JSON.stringify(data));

let scene: Scene;

const bench = {
  /** Draws a graph for the first time. */
  draw(kind: GraphKind, nodes: number): Promise<Watched> {
    scene = { kind, graph: copy(graphOf(nodes, 'running')) };
    return watch(
      () => setScene(scene),
      () => shows(changingNode(nodes), 'running'),
    );
  },
  /** Changes the state of one node of the graph that is drawn. */
  change(state: NodeState): Promise<Watched> {
    const { kind, graph } = scene;
    const id = changingNode(graph.nodes.length);
    const answer = JSON.stringify(graphOf(graph.nodes.length, state));
    return watch(
      () => {
        scene = {
          kind,
          graph:
            kind === 'WorkflowGraphView'
              ? keepUnchanged(graph, JSON.parse(answer))
              : {
                  ...graph,
                  nodes: graph.nodes.map(node =>
                    node.id === id ? { ...node, state } : node,
                  ),
                },
        };
        setScene(scene);
      },
      () => shows(id, state),
    );
  },
  async clear() {
    setScene(undefined);
    await pause(300);
  },
};

declare global {
  interface Window {
    graphBench: typeof bench;
  }
}
window.graphBench = bench;
mount(<Stage />);
