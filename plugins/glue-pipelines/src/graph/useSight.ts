import { useEffect, useRef } from 'react';
import { isActive } from '../status/statuses';
import { Box, GraphLayout } from './layout';
import { firstNode } from './navigation';
import { ShownGraph } from './shownGraph';

/** The node to look at: what failed, then what runs. */
function interestOf({ nodes }: ShownGraph): string | undefined {
  const steps = nodes
    .filter(({ form }) => form === 'step')
    .map(({ node }) => node);
  const found =
    steps.find(({ state }) => state === 'failed' || state === 'timed-out') ??
    steps.find(({ state }) => isActive(state));
  return found?.id;
}

/**
 * Keeps in sight what is chosen and, until somebody looks elsewhere, what
 * failed or runs; at first, the start.
 */
export function useSight(options: {
  shown: ShownGraph;
  layout: GraphLayout;
  width: number;
  selectedId: string | undefined;
  isFollowing: boolean;
  show: (box: Box, isGentle: boolean) => void;
}) {
  const { shown, layout, width, selectedId, isFollowing, show } = options;
  const interestId = interestOf(shown);
  const seenLayout = useRef<GraphLayout>();

  useEffect(() => {
    const box = layout.nodes.find(({ id }) => id === selectedId);
    if (box) {
      show(box, false);
    }
  }, [selectedId, layout, width, show]);

  useEffect(() => {
    const isNew = seenLayout.current !== layout;
    const targetId = interestId ?? (isNew ? firstNode(layout) : undefined);
    const box = layout.nodes.find(({ id }) => id === targetId);
    if (box && isFollowing && !selectedId) {
      show(box, !isNew);
    }
    if (width > 0) {
      seenLayout.current = layout;
    }
  }, [interestId, layout, width, selectedId, isFollowing, show]);
}
