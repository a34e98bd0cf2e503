import { stripVTControlCharacters } from 'node:util';
import { WorkflowRun } from '../runNodes';

/** Nodes and runs as GetWorkflowRun answers them. */
export const trigger = (id: string) => ({
  Type: 'TRIGGER' as const,
  Name: id,
  UniqueId: id,
});
export const job = (id: string, state?: string, more: object = {}) => ({
  Type: 'JOB' as const,
  Name: id,
  UniqueId: id,
  JobDetails: state
    ? {
        JobRuns: [
          { Id: `jr_${id}`, JobRunState: state, StartedOn: 100, ...more },
        ],
      }
    : {},
});
export const crawler = (id: string, state?: string) => ({
  Type: 'CRAWLER' as const,
  Name: id,
  UniqueId: id,
  CrawlerDetails: state
    ? { Crawls: [{ State: state, StartedOn: 110, CompletedOn: 112 }] }
    : {},
});
export const edges = (...pairs: string[]) =>
  pairs.map(pair => {
    const [SourceId, DestinationId] = pair.split('>');
    return { SourceId, DestinationId };
  });

/** Three steps, COMPLETED after 28 s. */
export const chain = (
  prepare?: string,
  crawl?: string,
  load?: string,
): WorkflowRun => ({
  Name: 'covid-hiring',
  WorkflowRunId: 'wr_1',
  Status: 'COMPLETED',
  StartedOn: 100,
  CompletedOn: 128,
  Graph: {
    // Not in the order in which the run reaches them.
    Nodes: [
      job('load', load, { ErrorMessage: 'KeyError: x' }),
      crawler('crawl', crawl),
      trigger('start'),
      trigger('then-crawl'),
      trigger('then-load'),
      job('prepare', prepare, { CompletedOn: 110 }),
    ],
    Edges: edges(
      'start>prepare',
      'prepare>then-crawl',
      'then-crawl>crawl',
      'crawl>then-load',
      'then-load>load',
    ),
  },
});

export const plain = (lines: readonly string[]) =>
  lines.map(stripVTControlCharacters);
