import {
  FleetCounts,
  FleetTile,
} from '@glue-pipelines/backstage-plugin-common';
import { Status } from '../status/statuses';
import { TILES } from './fleetState';

/** A tile in words, and the status that it looks like. */
export const TILE_LOOKS: Record<FleetTile, { word: string; status: Status }> = {
  failing: { word: 'Failing', status: 'failed' },
  late: { word: 'Late', status: 'partially-failed' },
  running: { word: 'Running', status: 'running' },
  healthy: { word: 'Healthy', status: 'succeeded' },
  unknown: { word: 'Unknown', status: 'unknown' },
};

/** Counts in words, without those of none, e.g. `2 failing, 1 late`. */
export function countsWords(counts: FleetCounts): string {
  return TILES.filter(tile => counts[tile] > 0)
    .map(tile => `${counts[tile]} ${TILE_LOOKS[tile].word.toLowerCase()}`)
    .join(', ');
}
