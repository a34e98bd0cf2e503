import type { StoredJob } from '../store/definitions';
import { Capacity, capacity, dpuSeconds } from './capacity';

const job = (members: Partial<StoredJob> = {}): StoredJob => ({
  Name: 'j',
  Command: { Name: 'glueetl' },
  ...members,
});

describe('capacity', () => {
  it.each<[string, StoredJob, Partial<Capacity>, Capacity]>([
    [
      'workers',
      job({ WorkerType: 'G.1X', NumberOfWorkers: 2 }),
      {},
      { MaxCapacity: 2, WorkerType: 'G.1X', NumberOfWorkers: 2 },
    ],
    [
      'larger workers',
      job({ WorkerType: 'G.4X', NumberOfWorkers: 3 }),
      {},
      { MaxCapacity: 12, WorkerType: 'G.4X', NumberOfWorkers: 3 },
    ],
    ['DPUs', job({ MaxCapacity: 5 }), {}, { MaxCapacity: 5 }],
    [
      'workers, where the run says nothing',
      job({ WorkerType: 'G.1X', NumberOfWorkers: 2, MaxCapacity: 2 }),
      { MaxCapacity: undefined, WorkerType: undefined },
      { MaxCapacity: 2, WorkerType: 'G.1X', NumberOfWorkers: 2 },
    ],
    ['nothing, for Spark', job(), {}, { MaxCapacity: 10 }],
    [
      'nothing, for Python shell',
      job({ Command: { Name: 'pythonshell' } }),
      {},
      { MaxCapacity: 0.0625 },
    ],
    [
      'a run that asks for more workers',
      job({ WorkerType: 'G.1X', NumberOfWorkers: 2 }),
      { NumberOfWorkers: 5 },
      { MaxCapacity: 5, WorkerType: 'G.1X', NumberOfWorkers: 5 },
    ],
    [
      'a run that asks for others',
      job({ WorkerType: 'G.1X', NumberOfWorkers: 2 }),
      { WorkerType: 'R.2X', NumberOfWorkers: 4 },
      { MaxCapacity: 8, WorkerType: 'R.2X', NumberOfWorkers: 4 },
    ],
    [
      'a run that asks for DPUs',
      job({ WorkerType: 'G.1X', NumberOfWorkers: 2 }),
      { MaxCapacity: 1 },
      { MaxCapacity: 1 },
    ],
  ])('of %s', (_, definition, requested, expected) => {
    expect(capacity(definition, requested)).toEqual(expected);
  });
});

describe('dpuSeconds', () => {
  const run = { MaxCapacity: 2, ExecutionTime: 30 };

  it.each([
    [run, {}, undefined],
    [run, { '--enable-auto-scaling': 'false' }, undefined],
    [run, { '--enable-auto-scaling': 'true' }, 60],
    [{ ...run, ExecutionClass: 'FLEX' as const }, {}, 60],
    [{ ...run, ExecutionClass: 'STANDARD' as const }, {}, undefined],
  ])('of %j with %j is %s', (jobRun, args, expected) => {
    expect(dpuSeconds(jobRun, args)).toBe(expected);
  });
});
