import { FleetTile } from '@glue-pipelines/backstage-plugin-common';

/** The higher, the sooner somebody has to look; each outweighs all below it. */
const WEIGHTS: Record<FleetTile, number> = {
  failing: 16,
  late: 8,
  unknown: 4,
  running: 2,
  healthy: 1,
};

/** How soon somebody has to look at a workflow of these tiles. */
export function badnessOf(tiles: readonly FleetTile[]): number {
  return [...new Set(tiles)].reduce((sum, tile) => sum + WEIGHTS[tile], 0);
}

/** The worst of some tiles. */
export function worstOf(tiles: readonly FleetTile[]): FleetTile {
  return tiles.reduce<FleetTile>(
    (worst, tile) => (WEIGHTS[tile] > WEIGHTS[worst] ? tile : worst),
    'healthy',
  );
}
