import {
  FleetGroup,
  FleetGrouping,
  FleetItem,
} from '@glue-pipelines/backstage-plugin-common';
import { Texts } from '../translation/ref';
import { nameOfRef } from './fleetWords';
import { countsWords } from './tileLooks';

/** Workflows that stand together, below a heading where they are grouped. */
export interface FleetSection {
  key: string;
  group?: FleetGroup;
  items: FleetItem[];
}

/** A page's workflows in the sections of its groups, as the back end has ordered them. */
export function fleetSections(
  items: FleetItem[],
  grouping?: FleetGrouping,
  groups?: FleetGroup[],
): FleetSection[] {
  if (!grouping || !groups) {
    return [{ key: 'all', items }];
  }
  const same = (a: string = '', b: string = '') =>
    a.toLowerCase() === b.toLowerCase();
  return groups.map(group => ({
    key: `of ${group.ref ?? ''}`,
    group,
    items: items.filter(item => same(item[grouping], group.ref)),
  }));
}

/** What a group is called, and how its workflows are: on all pages, not only on this. */
export function groupWords(
  t: Texts,
  { ref, total, tiles }: FleetGroup,
  grouping: FleetGrouping,
): { name: string; counts: string } {
  return {
    name: ref ? nameOfRef(ref) : t(`fleet.groups.${grouping}`),
    counts: t('fleet.groups.counts', {
      count: total,
      states: countsWords(t, tiles),
    }),
  };
}
