import { LoggerService } from '@backstage/backend-plugin-api';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import { CollectionQueue } from '../database/CollectionQueue';
import { GlueNode, KnexWorkflowNodes } from '../database/KnexWorkflowNodes';
import { parseAwsEvent } from './awsEvents';
import { Collector } from './Collector';

/** How long events are gathered before Glue is looked at, in milliseconds. */
const GATHER_MS = 1_000;

/**
 * Has the collector look at a workflow when AWS tells that one of its jobs or
 * crawlers did something. The state in the event is not believed, and what is
 * missed is seen at the next interval.
 *
 * What comes within a second of the first leads to one look at each workflow:
 * a storm of events costs one look a second.
 */
export class AwsEventListener {
  private gathered = new Map<string, GlueNode>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly options: {
      nodes: Pick<KnexWorkflowNodes, 'workflowsWith'>;
      queue: Pick<CollectionQueue, 'requestCollection'>;
      collector: Pick<Collector, 'startDue'>;
      logger: LoggerService;
      topic: string;
    },
  ) {}

  /** Of several replicas one is given each event. */
  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      id: 'glue-pipelines',
      topics: [this.options.topic],
      onEvent: async event => this.hear(event),
    });
  }

  hear({ topic, eventPayload }: EventParams): void {
    const { node, problem } = parseAwsEvent(eventPayload);
    if (!node) {
      this.options.logger.debug(`Ignored an event of ${topic}: ${problem}`);
      return;
    }
    this.gathered.set(JSON.stringify(node), node);
    this.schedule();
  }

  /** Hears no more, and waits for the look that is under way. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  private schedule(): void {
    if (this.closed || this.timer || this.gathered.size === 0) {
      return;
    }
    this.timer = setTimeout(() => {
      this.looking = this.look().finally(() => {
        this.timer = undefined;
        this.schedule();
      });
    }, GATHER_MS);
  }

  private async look(): Promise<void> {
    const { nodes, queue, collector, logger, topic } = this.options;
    const heard = [...this.gathered.values()];
    this.gathered = new Map();
    try {
      const arns = new Set<string>();
      for (const node of heard) {
        const found = await nodes.workflowsWith(node);
        if (found.length === 0) {
          logger.debug(
            `Ignored an event of ${topic}: no workflow here has the ${node.type} ${JSON.stringify(node.name)}`,
          );
        }
        found.forEach(arn => arns.add(arn));
      }
      for (const arn of arns) {
        await queue.requestCollection(arn);
      }
      if (arns.size > 0) {
        await collector.startDue();
      }
    } catch (error) {
      logger.warn(
        `What events of ${topic} told is seen at the next interval only: ${error}`,
      );
    }
  }
}
