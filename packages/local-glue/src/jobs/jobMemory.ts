import { totalmem } from 'node:os';
import { JobExecution } from './JobExecutor';

/** What the processes of one job may take, in MiB. */
export interface JobMemory {
  /** Heap of the Spark driver, in which local executors run too. */
  driverHeap: number;
  /** From here on Spark's Python workers put what they aggregate on disk (`spark.python.worker.memory`). */
  pythonWorker: number;
  /** Data of each single process, Python's or Java's. */
  process: number;
}

/**
 * By worker type: the memory of Glue's driver ("Worker types", AWS Glue
 * Developer Guide) in GiB, less what Glue keeps for other than its heap, and
 * the part of this machine that stands for it. Two jobs of the largest type
 * leave half of the machine for all else.
 */
const workers: Readonly<Record<string, { glue: number; part: number }>> = {
  'G.025X': { glue: 2, part: 1 / 8 },
  Standard: { glue: 10, part: 1 / 8 },
  'G.1X': { glue: 10, part: 1 / 8 },
  'G.2X': { glue: 20, part: 3 / 16 },
  'R.1X': { glue: 20, part: 3 / 16 },
};

/** All larger types; a heap beyond 31 GiB would cost the JVM its compressed pointers. */
const largest = { glue: 31, part: 1 / 4 };

const smallestHeap = 1024;

/** Of a JVM beside its heap, and of a driver's Python beside what a heap is for. */
const besideHeap = 1536;

/** Memory of this machine, or of the container that limits it, in MiB. */
export function machineMemory(): number {
  // 0 where nothing is known of a limit, and a number beyond all memory where there is none.
  const limit = process.constrainedMemory() || Infinity;
  return Math.floor(Math.min(totalmem(), limit) / 2 ** 20);
}

/**
 * @param machine - MiB of memory
 * @param driverMemory - the job's own `spark.driver.memory`, which wins
 */
export function jobMemory(
  execution: Pick<JobExecution, 'commandName' | 'workerType' | 'maxCapacity'>,
  machine: number,
  driverMemory?: string,
): JobMemory {
  const { commandName, workerType = 'Standard', maxCapacity } = execution;
  const { glue, part } = workers[workerType] ?? largest;
  const scaled = Math.min(glue * 1024, Math.floor(machine * part));
  const driverHeap = mebibytes(driverMemory) ?? Math.max(smallestHeap, scaled);
  return {
    driverHeap,
    pythonWorker: Math.min(512, Math.max(256, Math.floor(machine / 32))),
    process:
      commandName === 'pythonshell'
        ? pythonShellMemory(machine, maxCapacity)
        : driverHeap + besideHeap,
  };
}

/** 1/16 DPU, the default, has 1 GiB, a whole one 16 GiB ("Python shell jobs", AWS Glue Developer Guide). */
function pythonShellMemory(
  machine: number,
  maxCapacity: number = 1 / 16,
): number {
  if (maxCapacity < 1) return 1024;
  return Math.min(16 * 1024, Math.max(1024, Math.floor(machine / 4)));
}

const units: Readonly<Record<string, number>> = {
  b: 1 / 2 ** 20,
  k: 1 / 2 ** 10,
  m: 1,
  g: 2 ** 10,
  t: 2 ** 20,
};

/** Of a size in Spark's notation, such as `2g` or `512MB`; undefined for other text. */
function mebibytes(size: string | undefined): number | undefined {
  const match = /^(\d+)\s*([bkmgt]?)b?$/i.exec(size?.trim() ?? '');
  if (!match) return undefined;
  // A driver's memory without a unit is in MiB (Spark document "Configuration").
  return Math.ceil(
    Number(match[1]) * (match[2] ? units[match[2].toLowerCase()] : 1),
  );
}
