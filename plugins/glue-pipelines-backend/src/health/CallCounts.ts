import { CallCount } from '@glue-pipelines/backstage-plugin-common';
import { CallObserver } from '../aws/callOutcome';
import { servicePrefixOf } from '../aws/operations';
import { AccountAndRegion, keyOf } from './locations';

interface LocationCounts {
  location: AccountAndRegion;
  /** By operation and outcome. */
  counts: Map<string, CallCount>;
}

/** Calls to AWS of this replica since it started. */
export class CallCounts {
  readonly startedAt = new Date();
  private readonly locations = new Map<string, LocationCounts>();

  readonly observe: CallObserver = ({ location, operation, outcome }) => {
    const key = keyOf(location);
    const known = this.locations.get(key) ?? { location, counts: new Map() };
    this.locations.set(key, known);
    const kind = `${operation} ${outcome}`;
    known.counts.set(kind, {
      service: servicePrefixOf(operation),
      operation,
      outcome,
      calls: (known.counts.get(kind)?.calls ?? 0) + 1,
    });
  };

  /** By operation and outcome, in the order of their names. */
  of(location: AccountAndRegion): CallCount[] {
    const { counts = [] } = this.locations.get(keyOf(location)) ?? {};
    return [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, count]) => count);
  }

  /** Every account and region that was called. */
  called(): AccountAndRegion[] {
    return [...this.locations.values()].map(({ location }) => location);
  }
}
