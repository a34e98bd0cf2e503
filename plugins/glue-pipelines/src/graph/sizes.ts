import { GraphStructure } from './layout';
import { ShownGraph, ShownNode } from './shownGraph';
import { textWidth } from './text';

// In pixels at 100 %: what the page and an exported picture draw with.
export const NAME_SIZE = 14;
export const STATUS_SIZE = 12;
export const WORDS_SIZE = 11;
export const ICON_SIZE = 18;
export const STATUS_ICON_SIZE = 15;
export const STEP_PADDING = { left: 14, right: 12 };
export const TRIGGER_PADDING = 16;
export const ICON_GAP = 6;
/** Borders, and what the widths of texts are off. */
const SLACK = 4;

const STEP = { minWidth: 196, maxWidth: 240, height: 72 };
const TRIGGER = { minWidth: 124, maxWidth: 240, height: 52 };
const GATE = { width: 60, height: 28 };
/** For the icon and word of any state in any language, so that no state changes the layout. */
const STATUS_WIDTH = 116;
/** Words on an edge stand on a chip. */
const WORDS = { height: 18, padding: 7 };

const clamp = (
  wanted: number,
  limits: { minWidth: number; maxWidth: number },
) => Math.min(limits.maxWidth, Math.max(limits.minWidth, Math.ceil(wanted)));

/** How much of a node's width its name may take. */
export function nameWidth(form: ShownNode['form'], width: number): number {
  const padding =
    form === 'step'
      ? STEP_PADDING.left + STEP_PADDING.right
      : 2 * TRIGGER_PADDING;
  return width - padding - ICON_SIZE - ICON_GAP - SLACK;
}

/** What a trigger shows beside its state: when it starts, if not after other nodes. */
export function triggerAside({ node, join, startsWhen }: ShownNode) {
  return join ?? (node.trigger?.type === 'CONDITIONAL' ? '' : startsWhen) ?? '';
}

function triggerWidth(node: ShownNode): number {
  const aside = triggerAside(node);
  return clamp(
    2 * TRIGGER_PADDING +
      SLACK +
      Math.max(
        ICON_SIZE + ICON_GAP + textWidth(node.label, NAME_SIZE),
        STATUS_WIDTH + textWidth(aside, STATUS_SIZE),
      ),
    TRIGGER,
  );
}

/** The structure of what is drawn, with the room that each part of it needs. */
export function structureOf({ nodes, edges }: ShownGraph): GraphStructure {
  // One width for all steps, so that they stand in columns.
  const stepWidth = clamp(
    Math.max(
      0,
      ...nodes
        .filter(({ form }) => form === 'step')
        .map(({ label }) => textWidth(label, NAME_SIZE)),
    ) +
      STEP_PADDING.left +
      STEP_PADDING.right +
      ICON_SIZE +
      ICON_GAP +
      SLACK,
    STEP,
  );
  const sizeOf = (shown: ShownNode) => {
    switch (shown.form) {
      case 'gate':
        return GATE;
      case 'trigger':
        return { width: triggerWidth(shown), height: TRIGGER.height };
      default:
        return { width: stepWidth, height: STEP.height };
    }
  };
  return {
    nodes: nodes.map(shown => ({ id: shown.node.id, ...sizeOf(shown) })),
    edges: edges.map(({ sourceId, targetId, words }) => ({
      sourceId,
      targetId,
      words: words
        ? {
            width: Math.ceil(textWidth(words, WORDS_SIZE)) + 2 * WORDS.padding,
            height: WORDS.height,
          }
        : undefined,
    })),
  };
}
