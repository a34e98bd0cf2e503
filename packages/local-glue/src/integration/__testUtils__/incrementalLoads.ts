import { append, type Case, inFiles, merge, people } from './loadCases';
import type { Batch } from './TableLoads';

/** What a run reads that left out so many files as loaded. */
const after = (loadedBefore: number, result: Batch): Batch => ({
  ...result,
  loadedBefore,
});

/** What a run reads of ids above a watermark, up to another. */
const above = (
  continues: string | null,
  high: number,
  result: Batch,
  loadedBefore = continues === null ? 0 : 1,
): Batch => ({
  ...after(loadedBefore, inFiles(result, `watermark:in.id@${high}`)),
  incremental: 'watermark',
  continues,
});

/** Loads of runs that read only what no run before them has loaded. */
export const increments: Case[] = [
  {
    what: 'rows above a watermark are appended, and the same again are not',
    warehouse: append(),
    loads: [
      { batch: above(null, 1, people([1, 'ann'])) },
      { batch: above(null, 1, people([1, 'ann'])) },
      { batch: above('1', 3, people([2, 'bob'], [3, 'cid'])) },
      { batch: above('1', 3, people([2, 'bob'], [3, 'cid'])) },
    ],
    columns: ['id', 'name'],
    rows: [
      [1, 'ann'],
      [2, 'bob'],
      [3, 'cid'],
    ],
  },
  {
    what: 'of two runs that read on from one watermark the second is refused',
    warehouse: append(),
    loads: [
      { batch: above(null, 1, people([1, 'ann'])) },
      { batch: above('1', 2, people([2, 'bob'])) },
      {
        batch: above('1', 3, people([2, 'bob'], [3, 'cid'])),
        fails: /another run has loaded rows since this one began to read/,
      },
      {
        batch: above(null, 3, people([1, 'ann'], [3, 'cid'])),
        fails: /another run has loaded rows since this one began to read/,
      },
      { batch: above('2', 3, people([3, 'cid'])) },
    ],
    columns: ['id', 'name'],
    rows: [
      [1, 'ann'],
      [2, 'bob'],
      [3, 'cid'],
    ],
  },
  {
    what: 'rows above a watermark are merged, and never older ones after them',
    warehouse: merge(['id']),
    loads: [
      { batch: above(null, 2, people([1, 'ann'], [2, 'bob'])) },
      { batch: above('2', 4, people([2, 'ben'], [4, 'dan'])) },
      {
        batch: above('2', 3, people([2, 'bo'])),
        fails: /another run has loaded rows since this one began to read/,
      },
    ],
    columns: ['id', 'name'],
    rows: [
      [1, 'ann'],
      [2, 'ben'],
      [4, 'dan'],
    ],
  },
  {
    what: 'what is new is told in one way',
    warehouse: append(),
    loads: [
      { batch: after(0, people([1, 'ann'])) },
      {
        batch: above('1', 2, people([2, 'bob'])),
        fails:
          /incremental is watermark, and runs before went by something else/,
      },
      {
        batch: {
          ...after(1, inFiles(people([2, 'bob']), 'day=1/@1')),
          incremental: 'partitions',
        },
        fails:
          /incremental is partitions, and runs before went by something else/,
      },
    ],
    columns: ['id', 'name'],
    rows: [[1, 'ann']],
  },
  {
    what: 'new files are appended, and the same again are not',
    warehouse: append(),
    loads: [
      { batch: after(0, people([1, 'ann'])) },
      { batch: after(1, inFiles(people([2, 'bob']), 'b.csv@1', 'c.csv@1')) },
      { batch: after(1, inFiles(people([2, 'bob']), 'b.csv@1', 'c.csv@1')) },
    ],
    columns: ['id', 'name'],
    rows: [
      [1, 'ann'],
      [2, 'bob'],
    ],
  },
  {
    what: 'files beside others whose load was not written down wait for the next run',
    warehouse: append(),
    loads: [
      { batch: after(0, people([1, 'ann'])) },
      {
        batch: after(
          0,
          inFiles(people([1, 'ann'], [2, 'bob']), 'a.csv@1', 'b.csv@1'),
        ),
        fails: /start the pipeline again, which then reads the others only/,
      },
      { batch: after(1, inFiles(people([2, 'bob']), 'b.csv@1')) },
    ],
    columns: ['id', 'name'],
    rows: [
      [1, 'ann'],
      [2, 'bob'],
    ],
  },
  {
    what: 'another version of an appended file is refused',
    warehouse: append(),
    loads: [
      { batch: after(0, people([1, 'ann'])) },
      {
        batch: after(0, inFiles(people([1, 'ann'], [2, 'bob']), 'a.csv@2')),
        fails: /rewritten after their rows were appended/,
      },
    ],
    columns: ['id', 'name'],
    rows: [[1, 'ann']],
  },
  {
    what: 'another version of a merged file is merged again',
    warehouse: merge(['id']),
    loads: [
      { batch: after(0, people([1, 'ann'], [2, 'bob'])) },
      { batch: after(1, inFiles(people([3, 'cid']), 'b.csv@1')) },
      { batch: after(2, inFiles(people([2, 'ben']), 'a.csv@2')) },
    ],
    columns: ['id', 'name'],
    rows: [
      [1, 'ann'],
      [2, 'ben'],
      [3, 'cid'],
    ],
  },
  {
    what: 'a history has the versions of new files',
    warehouse: { load: { mode: 'history', keys: ['id'] } },
    loads: [
      { batch: after(0, people([1, 'ann'])) },
      {
        batch: {
          ...after(1, inFiles(people([1, 'amy']), 'b.csv@1')),
          at: '2026-01-02 00:00:00',
        },
      },
    ],
    columns: ['id', 'name', 'valid_from', 'valid_to', 'is_current'],
    rows: [
      [1, 'amy', '2026-01-02 00:00:00', null, true],
      [1, 'ann', '2026-01-01 00:00:00', '2026-01-02 00:00:00', false],
    ],
  },
  {
    what: 'a table that was dropped gets all files again',
    warehouse: append(),
    loads: [
      { batch: after(0, people([1, 'ann'])) },
      {
        first: table => `DROP TABLE ${table}`,
        batch: after(1, inFiles(people([2, 'bob']), 'b.csv@1')),
        fails: /was emptied or made anew since/,
      },
      {
        batch: after(
          0,
          inFiles(people([1, 'ann'], [2, 'bob']), 'a.csv@1', 'b.csv@1'),
        ),
      },
    ],
    columns: ['id', 'name'],
    rows: [
      [1, 'ann'],
      [2, 'bob'],
    ],
  },
  {
    what: 'rows that were replaced in between are loaded again',
    warehouse: merge(['id']),
    loads: [
      { batch: after(0, people([1, 'ann'])) },
      { batch: people([9, 'zoe']), warehouse: { load: { mode: 'replace' } } },
      {
        batch: after(1, inFiles(people([2, 'bob']), 'b.csv@1')),
        fails: /was emptied or made anew since/,
      },
      { batch: after(0, people([1, 'ann'])) },
    ],
    columns: ['id', 'name'],
    rows: [
      [1, 'ann'],
      [9, 'zoe'],
    ],
  },
];
