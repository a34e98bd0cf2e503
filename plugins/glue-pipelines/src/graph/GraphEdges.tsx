import { Theme, useTheme } from '@material-ui/core/styles';
import { WorkflowNode } from '@glue-pipelines/backstage-plugin-common';
import { memo, useMemo } from 'react';
import { tonesOfTheme } from '../status/tones';
import { Texts, useTexts } from '../translation/ref';
import { EdgeState, edgeState } from './edgeStates';
import { EdgeLine, GraphLayout } from './layout';
import { predicateWords } from './predicateWords';
import { arrowHead, edgePath } from './route';
import { ShownEdge } from './shownGraph';
import { WORDS_SIZE } from './sizes';

interface EdgeLook {
  color: string;
  strokeWidth: number;
}

interface EdgeLooks extends Record<EdgeState | 'selected', EdgeLook> {
  paper: string;
  words: string;
}

/** Attributes, not classes: an exported picture has no style sheet. */
function looksOf(theme: Theme): EdgeLooks {
  const tones = tonesOfTheme(theme);
  return {
    // Opaque, or edges that come together would be darker.
    walked: { color: tones.quiet, strokeWidth: 2 },
    active: { color: tones.running.mark, strokeWidth: 2.4 },
    open: { color: tones.neutral.mark, strokeWidth: 1.2 },
    selected: { color: theme.palette.primary.main, strokeWidth: 2.4 },
    paper: theme.palette.background.paper,
    words: tones.quiet,
  };
}

/** How wide the strip around an edge is that shows its title. In pixels. */
const TITLE_REACH = 14;

const Edge = memo(
  (props: {
    edge: ShownEdge;
    line: EdgeLine;
    /** Names of the nodes at its ends. */
    source: string;
    target: string;
    look: EdgeLook;
    looks: EdgeLooks;
    t: Texts;
  }) => {
    const { edge, line, source, target, look, looks, t } = props;
    const { words } = edge;
    const path = edgePath(line.points);
    return (
      <g>
        <path
          d={path}
          fill="none"
          stroke={look.color}
          strokeWidth={look.strokeWidth}
          strokeDasharray={words ? '6 4' : undefined}
        />
        <path d={arrowHead(line.points)} fill={look.color} />
        <path
          d={path}
          fill="none"
          stroke="transparent"
          strokeWidth={TITLE_REACH}
          pointerEvents="stroke"
        >
          <title>{titleOf(t, edge, source, target)}</title>
        </path>
        {line.words && (
          <>
            <rect
              {...line.words}
              rx={line.words.height / 2}
              fill={looks.paper}
              stroke={look.color}
            />
            <text
              x={line.words.x + line.words.width / 2}
              y={line.words.y + line.words.height / 2 + WORDS_SIZE * 0.35}
              textAnchor="middle"
              fontSize={WORDS_SIZE}
              fill={looks.words}
            >
              {words}
            </text>
          </>
        )}
      </g>
    );
  },
);

function titleOf(t: Texts, edge: ShownEdge, source: string, target: string) {
  return [
    `${source} → ${target}`,
    ...edge.triggers.map(({ name, trigger }) => {
      const condition = predicateWords(t, trigger);
      return condition
        ? t('graph.trigger.withCondition', { name, condition })
        : t('graph.trigger.named', { name });
    }),
  ].join('\n');
}

/** The edges of a graph, as a part of an SVG. */
export const GraphEdges = memo(
  (props: {
    layout: GraphLayout;
    edges: readonly ShownEdge[];
    nodes: ReadonlyMap<string, WorkflowNode>;
    selectedId?: string;
  }) => {
    const { layout, edges, nodes, selectedId } = props;
    const t = useTexts();
    const theme = useTheme();
    const looks = useMemo(() => looksOf(theme), [theme]);
    return (
      <>
        {edges.map((edge, index) => {
          const source = nodes.get(edge.sourceId)!;
          const target = nodes.get(edge.targetId)!;
          const state = edgeState(
            {
              source: source.state,
              target: target.state,
              targetIsTrigger: target.type === 'TRIGGER',
            },
            edge,
          );
          const isSelected = edge.triggers.some(({ id }) => id === selectedId);
          return (
            <Edge
              key={`${edge.sourceId} ${edge.targetId}`}
              edge={edge}
              line={layout.edges[index]}
              source={source.name}
              target={target.name}
              look={looks[isSelected ? 'selected' : state]}
              looks={looks}
              t={t}
            />
          );
        })}
      </>
    );
  },
);
