import { FleetItem } from '@glue-pipelines/backstage-plugin-common';
import { english } from '../__testUtils__/texts';
import { fleetSections, groupWords } from './fleetSections';

const tiles = { failing: 1, running: 0, late: 0, healthy: 1, unknown: 0 };
const items = [
  { name: 'a', owner: 'group:default/sales' },
  { name: 'b', owner: 'group:default/Sales' },
  { name: 'c' },
] as FleetItem[];
const sales = {
  ref: 'group:default/sales',
  total: 7,
  worst: 'failing' as const,
  tiles,
};
const nobody = { total: 1, worst: 'failing' as const, tiles };

it('are one where nothing is grouped', () => {
  expect(fleetSections(items)).toEqual([{ key: 'all', items }]);
  // An answer to the question before, which had no groups.
  expect(fleetSections(items, 'owner')).toEqual([{ key: 'all', items }]);
});

it('are those of the groups, in their order', () => {
  expect(
    fleetSections(items, 'owner', [sales, nobody]).map(each => [
      each.group,
      each.items.map(({ name }) => name),
    ]),
  ).toEqual([
    [sales, ['a', 'b']],
    [nobody, ['c']],
  ]);
});

it.each([
  [sales, 'owner', 'sales', '7 workflows: 1 failing, 1 healthy'],
  [nobody, 'owner', 'No owner', '1 workflow: 1 failing, 1 healthy'],
  [nobody, 'system', 'No system', '1 workflow: 1 failing, 1 healthy'],
] as const)('tells %j by %s', (group, grouping, name, counts) => {
  expect(groupWords(english, group, grouping)).toEqual({ name, counts });
});
