import { jobMemory } from './jobMemory';

const spark = { commandName: 'glueetl' as const };
const shell = { commandName: 'pythonshell' as const };

describe('jobMemory', () => {
  it.each([
    // [machine in GiB, worker type, heap in MiB, MiB of one process]
    [4, 'G.1X', 1024, 2560],
    [8, undefined, 1024, 2560],
    [8, 'G.1X', 1024, 2560],
    [8, 'G.2X', 1536, 3072],
    [8, 'G.8X', 2048, 3584],
    [16, 'G.1X', 2048, 3584],
    [64, 'G.1X', 8192, 9728],
    [512, 'G.1X', 10240, 11776],
    [512, 'G.16X', 31744, 33280],
  ])(
    'on %i GiB gives a driver of %s a heap of %i MiB',
    (machine, workerType, driverHeap, process) => {
      expect(jobMemory({ ...spark, workerType }, machine * 1024)).toMatchObject(
        { driverHeap, process },
      );
    },
  );

  it.each(['G.1X', 'G.2X', 'G.4X', 'R.8X'])(
    'fits two jobs with workers of %s into 8 GiB',
    workerType => {
      const { driverHeap } = jobMemory({ ...spark, workerType }, 8192);
      // Measured beside the heap: 350 MiB of the JVM, 100 MiB of the driver's Python, two workers of 60 MiB.
      expect(2 * (driverHeap + 600)).toBeLessThan(8192 * 0.75);
    },
  );

  it.each([
    ['4g', 4096],
    ['1500m', 1500],
    ['2GB', 2048],
    ['3072', 3072],
    ['a lot', 1024],
  ])('lets a job ask for a heap of %p', (driverMemory, driverHeap) => {
    expect(jobMemory(spark, 8192, driverMemory)).toMatchObject({
      driverHeap,
      process: driverHeap + 1536,
    });
  });

  it.each([
    [0.0625, 8, 1024],
    [1, 8, 2048],
    [1, 128, 16384],
  ])(
    'gives a Python shell job of %p DPU on %i GiB %i MiB',
    (maxCapacity, machine, process) => {
      expect(jobMemory({ ...shell, maxCapacity }, machine * 1024).process).toBe(
        process,
      );
    },
  );
});
