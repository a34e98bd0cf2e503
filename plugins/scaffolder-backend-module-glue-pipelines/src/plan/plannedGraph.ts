import type {
  WorkflowEdge,
  WorkflowGraph,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { NEVER } from '@glue-pipelines/pipeline';
import type { Placed, SynthesizedApp } from './SynthesizedApp';

interface Started {
  JobName?: unknown;
  CrawlerName?: unknown;
}

interface TriggerProperties {
  Name: string;
  Type: 'SCHEDULED' | 'CONDITIONAL' | 'ON_DEMAND' | 'EVENT';
  Schedule?: string;
  StartOnCreation?: boolean;
  Actions?: Started[];
  Predicate?: { Conditions?: Started[] };
}

/** A schedule that never comes stands for none: AWS has no start on demand that can become one by a schedule. */
const triggerOf = ({ Type, Schedule, StartOnCreation }: TriggerProperties) =>
  Type === 'SCHEDULED' && Schedule === NEVER
    ? { type: 'ON_DEMAND' as const, state: 'CREATED' }
    : {
        type: Type,
        state: StartOnCreation ? 'ACTIVATED' : 'CREATED',
        ...(Schedule !== undefined && { schedule: Schedule }),
      };

/** The graph of the workflow that an app makes, before any run. */
export function plannedGraph(app: SynthesizedApp): WorkflowGraph {
  const nodes = new Map<string, WorkflowNode>();
  const edges: WorkflowEdge[] = [];

  /** The node of what a trigger starts or waits for. */
  const nodeOf = (trigger: Placed, { JobName, CrawlerName }: Started) => {
    const name = app.text(app.stackOf(trigger), JobName ?? CrawlerName);
    const type = JobName === undefined ? 'CRAWLER' : 'JOB';
    const id = `${type}/${name}`;
    nodes.set(id, { id, type, name, state: 'never-run', attempts: [] });
    return id;
  };

  for (const trigger of app.resources('AWS::Glue::Trigger')) {
    const properties = trigger.Properties as unknown as TriggerProperties;
    nodes.set(trigger.id, {
      id: trigger.id,
      type: 'TRIGGER',
      name: properties.Name,
      state: 'never-run',
      attempts: [],
      trigger: triggerOf(properties),
    });
    for (const before of properties.Predicate?.Conditions ?? []) {
      edges.push({
        sourceId: nodeOf(trigger, before),
        destinationId: trigger.id,
      });
    }
    for (const action of properties.Actions ?? []) {
      edges.push({
        sourceId: trigger.id,
        destinationId: nodeOf(trigger, action),
      });
    }
  }
  return { nodes: [...nodes.values()], edges };
}
