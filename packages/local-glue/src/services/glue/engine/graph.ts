import type {
  Crawl,
  Edge,
  JobRun,
  Node,
  WorkflowGraph,
} from '@aws-sdk/client-glue';
import type { StoredTrigger } from '../store/definitions';
import { nodeId, NodeKind } from './ids';

/** What a run adds to its workflow's graph, each in the order of their start. */
export interface RunHistory {
  jobRuns: readonly (JobRun & { JobName: string })[];
  crawls: readonly (Crawl & { crawlerName: string })[];
}

const nothing: RunHistory = { jobRuns: [], crawls: [] };

/**
 * The graph of a workflow, or of one of its runs: an edge leads from a trigger
 * to each of its actions, and from each job or crawler that a trigger watches
 * to the trigger ("Overview of workflows", AWS Glue Developer Guide). A job
 * or crawler is one node however many triggers name it.
 */
export function workflowGraph(
  workflowName: string,
  triggers: readonly StoredTrigger[],
  history: RunHistory = nothing,
): WorkflowGraph {
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  const connect = (SourceId: string, DestinationId: string) =>
    edges.set(`${SourceId} ${DestinationId}`, { SourceId, DestinationId });
  const add = (kind: NodeKind, name: string, details: () => Partial<Node>) => {
    const UniqueId = nodeId(workflowName, kind, name);
    if (!nodes.has(UniqueId)) {
      nodes.set(UniqueId, { Type: kind, Name: name, UniqueId, ...details() });
    }
    return UniqueId;
  };
  const addWork = (work: { JobName?: string; CrawlerName?: string }) => {
    if (work.JobName) {
      return add('JOB', work.JobName, () => ({
        JobDetails: jobDetails(work.JobName!, history),
      }));
    }
    return add('CRAWLER', work.CrawlerName!, () => ({
      CrawlerDetails: crawlerDetails(work.CrawlerName!, history),
    }));
  };

  for (const trigger of triggers) {
    const triggerId = add('TRIGGER', trigger.Name, () => ({
      TriggerDetails: { Trigger: trigger },
    }));
    for (const action of trigger.Actions ?? []) {
      connect(triggerId, addWork(action));
    }
    for (const condition of trigger.Predicate?.Conditions ?? []) {
      connect(addWork(condition), triggerId);
    }
  }
  return { Nodes: [...nodes.values()], Edges: [...edges.values()] };
}

function jobDetails(jobName: string, { jobRuns }: RunHistory) {
  const JobRuns = jobRuns.filter(run => run.JobName === jobName);
  return JobRuns.length > 0 ? { JobRuns } : {};
}

function crawlerDetails(crawlerName: string, { crawls }: RunHistory) {
  const Crawls = crawls
    .filter(crawl => crawl.crawlerName === crawlerName)
    .map(
      ({
        State,
        StartedOn,
        CompletedOn,
        ErrorMessage,
        LogGroup,
        LogStream,
      }) => ({
        State,
        StartedOn,
        CompletedOn,
        ErrorMessage,
        LogGroup,
        LogStream,
      }),
    );
  return Crawls.length > 0 ? { Crawls } : {};
}
