import { FleetCounts } from '@glue-pipelines/backstage-plugin-common';
import { FleetRow } from './fleetRow';

/** How many rows there are of each tile. */
export function countTiles(rows: FleetRow[]): FleetCounts {
  const tiles = { failing: 0, running: 0, late: 0, healthy: 0, unknown: 0 };
  for (const { item } of rows) {
    item.tiles.forEach(tile => tiles[tile]++);
  }
  return tiles;
}
