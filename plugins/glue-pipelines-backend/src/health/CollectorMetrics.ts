import {
  MetricAttributes,
  MetricsService,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';
import { CallObserver } from '../aws/callOutcome';
import { servicePrefixOf } from '../aws/operations';
import {
  CollectionState,
  CollectionStates,
} from '../database/CollectionStates';
import { SharedAnswers } from '../service/SharedAnswers';
import { AccountAndRegion, parseLocation } from './locations';

/** Milliseconds for which all gauges share a query: those of one export are asked together. */
const ONE_EXPORT_MS = 1_000;
/** Seconds. The SDK's retries are part of a call, so that some take long. */
const DURATION_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

interface GaugeOfState {
  name: string;
  description: string;
  unit: string;
  value: (state: CollectionState) => number;
}

const GAUGES: GaugeOfState[] = [
  {
    name: 'glue_pipelines.collector.wanted',
    description: 'Workflows that an entity names',
    unit: '{workflow}',
    value: state => state.wanted,
  },
  {
    name: 'glue_pipelines.collector.due',
    description: 'Workflows that it is time to look at',
    unit: '{workflow}',
    value: state => state.due,
  },
  {
    name: 'glue_pipelines.collector.active',
    description: 'Workflows with a run under way',
    unit: '{workflow}',
    value: state => state.active,
  },
  {
    name: 'glue_pipelines.collector.failing',
    description: 'Workflows at which the last look failed',
    unit: '{workflow}',
    value: state => state.failing,
  },
  {
    name: 'glue_pipelines.collector.lag',
    description: 'How late the most overdue look at a workflow is',
    unit: 's',
    value: state => state.lagSeconds,
  },
];

/**
 * The collector's health for OpenTelemetry. Names are whole: Backstage's
 * service scopes them by a meter of the plugin and adds nothing to them.
 * Attributes are those of OpenTelemetry's semantic conventions where it has one.
 */
export class CollectorMetrics {
  private readonly removals: (() => void)[] = [];
  private readonly calls;
  private readonly durations;
  private readonly answers = new SharedAnswers<CollectionState[]>({
    goodForMs: ONE_EXPORT_MS,
    most: 1,
  });

  constructor(
    metrics: MetricsService,
    private readonly states: Pick<CollectionStates, 'list'>,
  ) {
    this.calls = metrics.createCounter('glue_pipelines.aws.calls', {
      description: 'Calls to AWS, each with the retries of the SDK',
      unit: '{call}',
    });
    this.durations = metrics.createHistogram(
      'glue_pipelines.aws.call.duration',
      {
        description: 'How long calls to AWS take, with the retries of the SDK',
        unit: 's',
        advice: { explicitBucketBoundaries: DURATION_BUCKETS },
      },
    );
    for (const { name, description, unit, value } of GAUGES) {
      const gauge = metrics.createObservableGauge(name, { description, unit });
      const observe: MetricsServiceObservableCallback = async result => {
        for (const state of await this.current()) {
          result.observe(
            value(state),
            attributesOf(parseLocation(state.location)),
          );
        }
      };
      gauge.addCallback(observe);
      this.removals.push(() => gauge.removeCallback(observe));
    }
  }

  /** Counts a call to AWS. */
  readonly observe: CallObserver = call => {
    const attributes = {
      'rpc.service': servicePrefixOf(call.operation),
      'rpc.method': call.operation,
      ...attributesOf(call.location),
      outcome: call.outcome,
    };
    this.calls.add(1, attributes);
    this.durations.record(call.seconds, attributes);
  };

  /** Before the database goes: nothing is asked of it any more. */
  close(): void {
    this.removals.splice(0).forEach(remove => remove());
  }

  private current() {
    return this.answers.get('', () => this.states.list());
  }
}

function attributesOf({
  accountId,
  region,
}: AccountAndRegion): MetricAttributes {
  return { 'cloud.account.id': accountId, 'cloud.region': region };
}
