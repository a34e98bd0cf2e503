import {
  FleetGroup,
  FleetGrouping,
} from '@glue-pipelines/backstage-plugin-common';
import { badnessOf, worstOf } from './badness';
import { FleetRow } from './fleetRow';
import { countTiles } from './countTiles';

interface RowGroup {
  group: FleetGroup;
  rows: FleetRow[];
}

/**
 * Rows by their owner or system, in the order that they have: the group with
 * the worst workflow first, of equals the larger trouble, then by name. Those
 * without owner or system are a group like any other.
 */
export function groupRows(
  rows: FleetRow[],
  grouping: FleetGrouping,
): RowGroup[] {
  const byRef = new Map<string, FleetRow[]>();
  for (const row of rows) {
    const key = lower(row.item[grouping] ?? '');
    const known = byRef.get(key);
    if (known) {
      known.push(row);
    } else {
      byRef.set(key, [row]);
    }
  }
  return [...byRef.values()]
    .map(members => ({
      rows: members,
      group: {
        ref: members[0].item[grouping],
        total: members.length,
        worst: worstOf(members.flatMap(({ item }) => item.tiles)),
        tiles: countTiles(members),
      },
      badness: Math.max(...members.map(({ item }) => badnessOf(item.tiles))),
    }))
    .sort(
      (a, b) =>
        b.badness - a.badness ||
        b.group.tiles.failing - a.group.tiles.failing ||
        lower(a.group.ref ?? '').localeCompare(lower(b.group.ref ?? ''), 'en'),
    )
    .map(({ group, rows: members }) => ({ group, rows: members }));
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
