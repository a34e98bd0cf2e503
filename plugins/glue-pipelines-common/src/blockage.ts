import { NeighbourPipeline } from './types';

/**
 * Whether what comes after a pipeline has to wait for it.
 *
 * @public
 */
export function isBlocking({
  health,
  late,
}: Pick<NeighbourPipeline, 'health' | 'late'>): boolean {
  return (
    late ||
    health === 'failed' ||
    health === 'partially-failed' ||
    health === 'stopped'
  );
}

/**
 * Of the pipelines before one those where the trouble begins: that failed or
 * are late, and none right before them.
 *
 * @public
 */
export function findBlockages(
  upstream: readonly NeighbourPipeline[],
): NeighbourPipeline[] {
  const blocking = upstream.filter(isBlocking);
  const hasBlockedBefore = new Set(blocking.map(({ from }) => from));
  return blocking.filter(({ entityRef }) => !hasBlockedBefore.has(entityRef));
}
