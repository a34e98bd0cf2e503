import { readViews, withoutView, withView } from './storedViews';

const late = { name: 'Late', query: 'tile=late' };
const ours = { name: 'Ours', query: 'owner=x' };

it.each([
  [undefined, []],
  ['x', []],
  [{ name: 'x' }, []],
  [
    [late, null, { name: 'x' }, { query: 'x' }, 3, ours],
    [late, ours],
  ],
])('reads %j', (stored, views) => {
  expect(readViews(stored)).toEqual(views);
});

it('adds in the order of names, and replaces', () => {
  expect(withView([ours], late)).toEqual([late, ours]);
  const changed = { name: 'Ours', query: 'owner=y' };
  expect(withView([late, ours], changed)).toEqual([late, changed]);
});

it('removes by name', () => {
  expect(withoutView([late, ours], 'Late')).toEqual([ours]);
});
