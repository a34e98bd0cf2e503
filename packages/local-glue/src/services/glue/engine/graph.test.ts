import type { StoredTrigger } from '../store/definitions';
import { workflowGraph } from './graph';
import { nodeId } from './ids';

const W = 'covid-hiring';

const trigger = (
  Name: string,
  members: Partial<StoredTrigger>,
): StoredTrigger => ({
  Name,
  Type: 'CONDITIONAL',
  State: 'ACTIVATED',
  WorkflowName: W,
  ...members,
});

const start = trigger('start', {
  Type: 'ON_DEMAND',
  State: 'CREATED',
  Actions: [{ JobName: 'prepare' }],
});

const crawl = trigger('crawl', {
  Predicate: {
    Conditions: [
      { LogicalOperator: 'EQUALS', JobName: 'prepare', State: 'SUCCEEDED' },
    ],
  },
  Actions: [{ CrawlerName: 'raw' }],
});

function edgesByName(triggers: StoredTrigger[]): string[] {
  const { Nodes, Edges } = workflowGraph(W, triggers);
  const names = new Map(
    Nodes!.map(node => [node.UniqueId, `${node.Type} ${node.Name}`]),
  );
  return Edges!.map(
    ({ SourceId, DestinationId }) =>
      `${names.get(SourceId)} -> ${names.get(DestinationId)}`,
  );
}

describe('workflowGraph', () => {
  it.each<[string, StoredTrigger[], string[]]>([
    ['no triggers', [], []],
    ['one action', [start], ['TRIGGER start -> JOB prepare']],
    [
      'a condition',
      [start, crawl],
      [
        'TRIGGER start -> JOB prepare',
        'TRIGGER crawl -> CRAWLER raw',
        'JOB prepare -> TRIGGER crawl',
      ],
    ],
    [
      'several actions',
      [
        trigger('start', {
          Actions: [{ JobName: 'a' }, { CrawlerName: 'a' }],
        }),
      ],
      ['TRIGGER start -> JOB a', 'TRIGGER start -> CRAWLER a'],
    ],
    [
      'two conditions on one job',
      [
        trigger('any', {
          Predicate: {
            Logical: 'ANY',
            Conditions: [
              { JobName: 'prepare', State: 'FAILED' },
              { JobName: 'prepare', State: 'TIMEOUT' },
            ],
          },
          Actions: [{ JobName: 'alert' }],
        }),
      ],
      ['TRIGGER any -> JOB alert', 'JOB prepare -> TRIGGER any'],
    ],
    [
      'a job that two triggers start',
      [
        start,
        trigger('again', {
          Predicate: { Conditions: [{ CrawlerName: 'raw' }] },
          Actions: [{ JobName: 'prepare' }],
        }),
      ],
      [
        'TRIGGER start -> JOB prepare',
        'TRIGGER again -> JOB prepare',
        'CRAWLER raw -> TRIGGER again',
      ],
    ],
  ])('of %s', (_, triggers, edges) => {
    expect(edgesByName(triggers)).toEqual(edges);
  });

  it('has details of each node, empty where nothing has run', () => {
    const { Nodes } = workflowGraph(W, [start, crawl]);
    expect(Nodes).toEqual([
      {
        Type: 'TRIGGER',
        Name: 'start',
        UniqueId: nodeId(W, 'TRIGGER', 'start'),
        TriggerDetails: { Trigger: start },
      },
      {
        Type: 'JOB',
        Name: 'prepare',
        UniqueId: nodeId(W, 'JOB', 'prepare'),
        JobDetails: {},
      },
      {
        Type: 'TRIGGER',
        Name: 'crawl',
        UniqueId: nodeId(W, 'TRIGGER', 'crawl'),
        TriggerDetails: { Trigger: crawl },
      },
      {
        Type: 'CRAWLER',
        Name: 'raw',
        UniqueId: nodeId(W, 'CRAWLER', 'raw'),
        CrawlerDetails: {},
      },
    ]);
  });

  it('has the job runs and crawls of a run', () => {
    const run = { JobName: 'prepare', Id: 'jr_1' };
    const StartedOn = new Date(0);
    const { Nodes } = workflowGraph(W, [start, crawl], {
      jobRuns: [run, { JobName: 'other', Id: 'jr_2' }],
      crawls: [{ crawlerName: 'raw', State: 'RUNNING', StartedOn }],
    });
    expect(Nodes![1].JobDetails).toEqual({ JobRuns: [run] });
    expect(Nodes![3].CrawlerDetails).toEqual({
      Crawls: [{ State: 'RUNNING', StartedOn }],
    });
  });
});
