import {
  NodeAttempt,
  NodeType,
  TriggerPredicate,
  WorkflowNode,
} from '../types';

export const attempt = (
  rawState: string,
  triggerName?: string,
  number: number = 0,
): NodeAttempt => ({
  attempt: number,
  rawState,
  triggerName,
});

/** What one trigger's start of a job came to: each attempt after the first is a retry. */
const tries = (rawStates: string[], triggerName: string) =>
  rawStates.map((rawState, number) => attempt(rawState, triggerName, number));

export const work = (
  name: string,
  attempts: NodeAttempt[] = [],
  type: NodeType = 'JOB',
): WorkflowNode => ({ id: name, type, name, state: 'never-run', attempts });

export const trigger = (
  name: string,
  conditions?: [string, string][],
  logical: 'AND' | 'ANY' = 'AND',
): WorkflowNode => {
  const predicate: TriggerPredicate | undefined = conditions && {
    logical,
    conditions: conditions.map(([nodeName, state]) => ({
      nodeType: 'JOB',
      nodeName,
      state,
    })),
  };
  return {
    id: name,
    type: 'TRIGGER',
    name,
    state: 'never-run',
    attempts: [],
    trigger: {
      type: conditions ? 'CONDITIONAL' : 'ON_DEMAND',
      state: 'CREATED',
      predicate,
    },
  };
};

/** `a>b>c` are edges a to b and b to c. */
export const edges = (...paths: string[]) =>
  paths.flatMap(path => {
    const ids = path.split('>');
    return ids
      .slice(1)
      .map((destinationId, i) => ({ sourceId: ids[i], destinationId }));
  });

/** start > prepare > on-prepared > transform > on-transformed > load */
export function chain(
  prepare: string[],
  transform: string[],
  load: string[],
): { nodes: WorkflowNode[]; edges: ReturnType<typeof edges> } {
  return {
    nodes: [
      trigger('start'),
      work('prepare', tries(prepare, 'start')),
      trigger('on-prepared', [['prepare', 'SUCCEEDED']]),
      work('transform', tries(transform, 'on-prepared')),
      trigger('on-transformed', [['transform', 'SUCCEEDED']]),
      work('load', tries(load, 'on-transformed')),
    ],
    edges: edges('start>prepare>on-prepared>transform>on-transformed>load'),
  };
}

/** The two branches after `work`: one on success, one on failure. */
export function branches(
  workState: string,
  onSuccess: string[],
  onFailure: string[],
) {
  return {
    nodes: [
      trigger('start'),
      work('work', [attempt(workState, 'start')]),
      trigger('succeeded', [['work', 'SUCCEEDED']]),
      work('publish', tries(onSuccess, 'succeeded')),
      trigger('failed', [['work', 'FAILED']]),
      work('alert', tries(onFailure, 'failed')),
    ],
    edges: edges('start>work>succeeded>publish', 'work>failed>alert'),
  };
}
