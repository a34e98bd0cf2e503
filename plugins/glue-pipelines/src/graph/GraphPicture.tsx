import { Theme, useTheme } from '@material-ui/core/styles';
import { forwardRef } from 'react';
import { lastAttempt } from '../nodes/nodeFacts';
import { nodeIcon } from '../nodes/NodeTypeIcon';
import { STATUS_ICONS } from '../status/StatusIcon';
import { toneOf, wordOf } from '../status/statuses';
import { tonesOfTheme } from '../status/tones';
import { elapsedSeconds, formatDuration } from '../time/duration';
import { Texts, useTexts } from '../translation/ref';
import { GraphEdges } from './GraphEdges';
import { GraphLayout, NodeBox } from './layout';
import { ShownGraph, ShownNode } from './shownGraph';
import {
  ICON_GAP,
  ICON_SIZE,
  NAME_SIZE,
  nameWidth,
  STATUS_ICON_SIZE,
  STATUS_SIZE,
  STEP_PADDING,
  TRIGGER_PADDING,
  triggerAside,
} from './sizes';
import { fitText, textWidth, wrapText } from './text';

const HEADING = { height: 56, size: 18, captionSize: 13, left: 16 };
const MIN_WIDTH = 420;
const NAME_LINE = 18;
const RADII = { step: 8, trigger: 26, gate: 14 };
/** From the middle of a line of text down to its baseline, in font sizes. */
const BASELINE = 0.35;

interface PictureNode {
  shown: ShownNode;
  box: NodeBox;
  theme: Theme;
}

function StatusMark(props: {
  state: ShownNode['node']['state'];
  x: number;
  y: number;
  size: number;
  color: string;
}) {
  const { state, x, y, size, color } = props;
  const Icon = STATUS_ICONS[state];
  return (
    <Icon x={x} y={y - size / 2} width={size} height={size} fill={color} />
  );
}

/** What stands at the end of a node's second line. */
function asideOf(t: Texts, shown: ShownNode): string {
  const { node, form } = shown;
  if (form !== 'step') {
    return triggerAside(shown);
  }
  const attempt = lastAttempt(node);
  const seconds = attempt && elapsedSeconds(attempt, Date.now());
  return [
    node.attempts.length > 1 ? `${node.attempts.length} ×` : '',
    seconds === undefined ? '' : formatDuration(t, seconds),
  ]
    .filter(Boolean)
    .join(' ');
}

function NodeText({ shown, box, theme }: PictureNode) {
  const t = useTexts();
  const { node, label, form } = shown;
  const tones = tonesOfTheme(theme);
  const tone = tones[toneOf(node.state)];
  const isStep = form === 'step';
  const left = isStep ? STEP_PADDING.left : TRIGGER_PADDING;
  const right = box.width - (isStep ? STEP_PADDING.right : TRIGGER_PADDING);
  const room = nameWidth(form, box.width);
  const lines = isStep
    ? wrapText(label, room, NAME_SIZE)
    : [fitText(label, room, NAME_SIZE)];
  const gap = isStep ? 5 : 2;
  const top =
    (box.height - lines.length * NAME_LINE - gap - STATUS_SIZE * 1.33) / 2;
  const statusMiddle =
    top + lines.length * NAME_LINE + gap + STATUS_SIZE * 0.67;
  const statusLeft = left + STATUS_ICON_SIZE + 4;
  const word = wordOf(t, node.state, node.type);
  const asideRoom =
    right - statusLeft - textWidth(word, STATUS_SIZE) - 2 * ICON_GAP;
  const TypeIcon = nodeIcon(node.type, node.trigger?.type);
  return (
    <>
      <TypeIcon
        x={left}
        y={top + (lines.length * NAME_LINE - ICON_SIZE) / 2}
        width={ICON_SIZE}
        height={ICON_SIZE}
        fill={theme.palette.text.secondary}
      />
      {lines.map((line, index) => (
        <text
          key={`${index} ${line}`}
          x={left + ICON_SIZE + ICON_GAP}
          y={top + (index + 0.5) * NAME_LINE + NAME_SIZE * BASELINE}
          fontSize={NAME_SIZE}
          fontWeight="bold"
          fill={theme.palette.text.primary}
        >
          {line}
        </text>
      ))}
      <StatusMark
        state={node.state}
        x={left}
        y={statusMiddle}
        size={STATUS_ICON_SIZE}
        color={tone.mark}
      />
      <text
        x={statusLeft}
        y={statusMiddle + STATUS_SIZE * BASELINE}
        fontSize={STATUS_SIZE}
        fill={tone.text}
      >
        {word}
      </text>
      <text
        x={right}
        y={statusMiddle + STATUS_SIZE * BASELINE}
        textAnchor="end"
        fontSize={STATUS_SIZE}
        fontWeight={shown.join ? 'bold' : undefined}
        fill={shown.join ? theme.palette.text.primary : tones.quiet}
      >
        {fitText(asideOf(t, shown), asideRoom, STATUS_SIZE)}
      </text>
    </>
  );
}

function GateText({ shown, box, theme }: PictureNode) {
  const tone = tonesOfTheme(theme)[toneOf(shown.node.state)];
  const middle = box.height / 2;
  return (
    <>
      <text
        x={10}
        y={middle + 11 * BASELINE}
        fontSize={11}
        fontWeight="bold"
        fill={theme.palette.text.primary}
      >
        {shown.join}
      </text>
      <StatusMark
        state={shown.node.state}
        x={box.width - 21}
        y={middle}
        size={13}
        color={tone.mark}
      />
    </>
  );
}

function Node(props: PictureNode) {
  const { shown, box, theme } = props;
  const { state } = shown.node;
  const tones = tonesOfTheme(theme);
  const tone = toneOf(state);
  const isOpen = state === 'not-reached' || state === 'never-run';
  const isTinted = tone === 'error' || tone === 'running';
  const radius = RADII[shown.form];
  return (
    <g transform={`translate(${box.x} ${box.y})`}>
      <title>{shown.node.name}</title>
      <rect
        width={box.width}
        height={box.height}
        rx={radius}
        fill={isTinted ? tones[tone].tint : theme.palette.background.paper}
        stroke={isOpen ? tones.neutral.mark : tones[tone].mark}
        strokeDasharray={isOpen ? '4 3' : undefined}
      />
      {shown.form === 'step' && !isOpen && (
        <path
          d={`M ${radius} 0 H 4 V ${box.height} H ${radius} A ${radius} ${radius} 0 0 1 0 ${
            box.height - radius
          } V ${radius} A ${radius} ${radius} 0 0 1 ${radius} 0 Z`}
          fill={tones[tone].mark}
        />
      )}
      {shown.form === 'gate' ? (
        <GateText {...props} />
      ) : (
        <NodeText {...props} />
      )}
    </g>
  );
}

/** A graph as a picture that needs nothing of the page: no style sheet, no script. */
export const GraphPicture = forwardRef<
  SVGSVGElement,
  {
    shown: ShownGraph;
    layout: GraphLayout;
    workflowName: string;
    caption?: string;
  }
>(({ shown, layout, workflowName, caption }, ref) => {
  const theme = useTheme();
  const width = Math.ceil(Math.max(MIN_WIDTH, layout.width));
  const height = Math.ceil(layout.height + HEADING.height);
  return (
    <svg
      ref={ref}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={theme.typography.fontFamily}
    >
      <title>{[workflowName, caption].filter(Boolean).join(': ')}</title>
      <rect
        width={width}
        height={height}
        fill={theme.palette.background.paper}
      />
      <text
        x={HEADING.left}
        y={26}
        fontSize={HEADING.size}
        fontWeight="bold"
        fill={theme.palette.text.primary}
      >
        {workflowName}
      </text>
      <text
        x={HEADING.left}
        y={46}
        fontSize={HEADING.captionSize}
        fill={theme.palette.text.secondary}
      >
        {caption}
      </text>
      <g transform={`translate(0 ${HEADING.height})`}>
        <GraphEdges
          layout={layout}
          edges={shown.edges}
          nodes={new Map(shown.nodes.map(({ node }) => [node.id, node]))}
        />
        {shown.nodes.map((node, index) => (
          <Node
            key={node.node.id}
            shown={node}
            box={layout.nodes[index]}
            theme={theme}
          />
        ))}
      </g>
    </svg>
  );
});
