import { WorkflowGraph } from '@glue-pipelines/backstage-plugin-common';
import { useMemo, useRef } from 'react';
import { Texts } from '../translation/ref';
import { GraphLayout, GraphStructure, layoutGraph } from './layout';
import { recoloured } from './recolour';
import { ShownGraph, shownGraph } from './shownGraph';
import { structureOf } from './sizes';

interface Drawn {
  t: Texts;
  graph: WorkflowGraph;
  workflowName: string;
  showTriggers: boolean;
  shown: ShownGraph;
  /** Of the same structure. */
  outline: ShownGraph;
}

/**
 * What is drawn of a graph, and where. Both are computed anew only when the
 * structure changes; when nodes go on, only those nodes are exchanged.
 */
export function useShownGraph(
  t: Texts,
  graph: WorkflowGraph,
  options: { workflowName: string; showTriggers: boolean },
): { shown: ShownGraph; layout: GraphLayout } {
  const { workflowName, showTriggers } = options;
  const last = useRef<Drawn>();
  const drawn = useMemo(() => {
    const before = last.current;
    const isSame =
      before?.t === t &&
      before.workflowName === workflowName &&
      before.showTriggers === showTriggers;
    const again = isSame ? recoloured(before, graph) : undefined;
    const shown = again ?? shownGraph(t, graph, { workflowName, showTriggers });
    return {
      t,
      graph,
      workflowName,
      showTriggers,
      shown,
      outline: again && before ? before.outline : shown,
    };
  }, [t, graph, workflowName, showTriggers]);
  last.current = drawn;

  const { outline, shown } = drawn;
  const key = useMemo(() => JSON.stringify(structureOf(outline)), [outline]);
  const layout = useMemo(
    () => layoutGraph(JSON.parse(key) as GraphStructure),
    [key],
  );
  return { shown, layout };
}
