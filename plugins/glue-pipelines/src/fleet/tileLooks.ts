import {
  FleetCounts,
  FleetTile,
} from '@glue-pipelines/backstage-plugin-common';
import { Status } from '../status/statuses';
import { Texts } from '../translation/ref';
import { TILES } from './fleetState';

/** The status that a tile looks like. */
export const TILE_STATUS: Record<FleetTile, Status> = {
  failing: 'failed',
  late: 'partially-failed',
  running: 'running',
  healthy: 'succeeded',
  unknown: 'unknown',
};

/** Counts in words, without those of none, e.g. `2 failing, 1 late`. */
export function countsWords(t: Texts, counts: FleetCounts): string {
  return TILES.filter(tile => counts[tile] > 0)
    .map(tile => t(`fleet.counts.${tile}`, { amount: String(counts[tile]) }))
    .join(', ');
}
