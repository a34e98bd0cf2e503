import { useEffect, useRef } from 'react';
import { isActive } from '../status/statuses';
import { GraphLayout } from './layout';
import { firstNode } from './navigation';
import { Neighbourhood } from './neighbourhood';
import { ShownGraph } from './shownGraph';
import { PanZoom } from './usePanZoom';

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
 * Keeps in sight what is chosen with its neighbours and, until somebody looks
 * elsewhere, what failed or runs; at first, the start.
 */
export function useSight(options: {
  shown: ShownGraph;
  layout: GraphLayout;
  width: number;
  selected: Neighbourhood | undefined;
  isFollowing: boolean;
  show: PanZoom['show'];
}) {
  const { shown, layout, width, selected, isFollowing, show } = options;
  const interestId = interestOf(shown);
  const seenLayout = useRef<GraphLayout>();

  useEffect(() => {
    if (selected) {
      show(selected.node, false, selected.around);
    }
  }, [selected, width, show]);

  useEffect(() => {
    const isNew = seenLayout.current !== layout;
    const targetId = interestId ?? (isNew ? firstNode(layout) : undefined);
    const box = layout.nodes.find(({ id }) => id === targetId);
    if (box && isFollowing && !selected) {
      show(box, !isNew);
    }
    if (width > 0) {
      seenLayout.current = layout;
    }
  }, [interestId, layout, width, selected, isFollowing, show]);
}
