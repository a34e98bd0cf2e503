import { RunSummary } from '@glue-pipelines/backstage-plugin-common';

type LinkedRun = Pick<RunSummary, 'id' | 'previousRunId'>;

/** A run of a chain; only its id where the run is not known. */
export interface ChainLink<T extends LinkedRun> {
  id: string;
  run?: T;
}

/**
 * A run with those that it goes on from and those that went on from it, the
 * original first. Of several that resumed the same run the newest counts,
 * except on the way to the run itself.
 *
 * @param newestFirst - all runs that are known
 */
export function repairChain<T extends LinkedRun>(
  run: T,
  newestFirst: readonly T[],
): ChainLink<T>[] {
  const byId = new Map(newestFirst.map(known => [known.id, known]));
  const chain: ChainLink<T>[] = [{ id: run.id, run }];
  const isIn = (id: string) => chain.some(link => link.id === id);
  let before = run.previousRunId;
  while (before && !isIn(before)) {
    const known = byId.get(before);
    chain.unshift({ id: before, run: known });
    before = known?.previousRunId;
  }
  const resumedFrom = (id: string) =>
    newestFirst.find(known => known.previousRunId === id && !isIn(known.id));
  let after = resumedFrom(run.id);
  while (after) {
    chain.push({ id: after.id, run: after });
    after = resumedFrom(after.id);
  }
  return chain;
}
