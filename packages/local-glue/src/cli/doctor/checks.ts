import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { findJava, javaVersion } from '../../jobs/findJava';
import { findPython } from '../../jobs/findPython';
import { lockHolder } from '../../server/DataFolderLock';
import { LocalGlueClient } from '../LocalGlueClient';

/** What was looked at, what was found, and what to do. */
export interface Check {
  name: string;
  /** `warning`: it works, but not as well as it could. */
  state: 'good' | 'warning' | 'bad';
  found: string;
  remedy?: string;
}

interface Machine {
  /** Absolute. */
  dataDir: string;
  endpoint: string;
  python?: string;
}

type CheckOne = (machine: Machine) => Promise<Check> | Check;

const gibibyte = 2 ** 30;
/** What PySpark, boto3 and Java take when they are installed, with pip's own copies. */
const environmentBytes = 1.2 * gibibyte;
/** Two Spark jobs side by side, and the server. */
const memoryBytes = 4 * gibibyte;

/** Looks at everything that `serve` and jobs depend on. Never rejects. */
export async function checkMachine(machine: Machine): Promise<Check[]> {
  const checks: CheckOne[] = [
    checkNode,
    checkPython,
    checkJava,
    checkEnvironment,
    checkMemory,
    checkDisk,
    checkDataFolder,
    checkPort,
  ];
  return Promise.all(checks.map(async check => check(machine)));
}

export function checkNode(
  _machine?: Machine,
  version: string = process.versions.node,
): Check {
  const major = Number(version.split('.')[0]);
  const tested = major === 22 || major === 24;
  return {
    name: 'Node.js',
    state: tested ? 'good' : 'warning',
    found: version,
    remedy: tested ? undefined : 'Node.js 22 and 24 are tested.',
  };
}

async function checkPython({ python }: Machine): Promise<Check> {
  try {
    const found = await findPython(python);
    const canMake = found.hasEnsurepip || found.hasPip;
    return {
      name: 'Python',
      state: canMake ? 'good' : 'bad',
      found: `${found.version}, ${found.executable}`,
      remedy: canMake
        ? undefined
        : 'It cannot make a virtual environment. Install that part of it (Debian, Ubuntu: apt-get install python3-venv).',
    };
  } catch (error) {
    return {
      name: 'Python',
      state: 'bad',
      found: 'none that can run jobs',
      remedy: (error as Error).message,
    };
  }
}

async function checkJava(): Promise<Check> {
  const home = await findJava();
  return home
    ? { name: 'Java', state: 'good', found: `${javaVersion}, ${home}` }
    : {
        name: 'Java',
        state: 'good',
        found: `no Java ${javaVersion} here: it comes along with the Python environment`,
      };
}

/** The folder of the environment, as `serve` chooses it. */
function environmentFolder({ dataDir }: Machine): string {
  return resolve(process.env.LOCAL_GLUE_PYTHON_ENV || join(dataDir, 'python'));
}

function checkEnvironment(machine: Machine): Check {
  const folder = environmentFolder(machine);
  const name = 'Environment';
  if (!existsSync(folder)) {
    return {
      name,
      state: 'warning',
      found: `not made yet: ${folder}`,
      remedy:
        'The first "local-glue serve" installs PySpark and boto3 with pip (about a minute, 400 MB from PyPI or your mirror).',
    };
  }
  const complete = isComplete(folder);
  return {
    name,
    state: complete ? 'good' : 'warning',
    found: complete ? folder : `not complete: ${folder}`,
    remedy: complete
      ? undefined
      : 'The next "local-glue serve" makes it anew; see what it logs.',
  };
}

/** One that local-glue did not make is looked at when the server starts. */
function isComplete(folder: string): boolean {
  try {
    const marker = readFileSync(
      join(folder, 'local-glue-environment.json'),
      'utf8',
    );
    return JSON.parse(marker).complete === true;
  } catch {
    return existsSync(join(folder, 'bin', 'python'));
  }
}

function checkMemory(): Check {
  const enough = totalmem() >= memoryBytes;
  return {
    name: 'Memory',
    state: enough ? 'good' : 'warning',
    found: `${inGibibytes(totalmem())} GiB`,
    remedy: enough
      ? undefined
      : 'Two Spark jobs at once want 4 GiB. Lower MaxConcurrentRuns, or run less beside them.',
  };
}

async function checkDisk(machine: Machine): Promise<Check> {
  const { bavail, bsize } = await statfs(existingParent(machine.dataDir));
  const free = bavail * bsize;
  const needed = existsSync(environmentFolder(machine))
    ? gibibyte
    : gibibyte + environmentBytes;
  const enough = free >= needed;
  return {
    name: 'Disk',
    state: enough ? 'good' : 'bad',
    found: `${inGibibytes(free)} GiB free for ${machine.dataDir}`,
    remedy: enough
      ? undefined
      : `Free ${inGibibytes(needed)} GiB, or name a folder elsewhere with --data.`,
  };
}

async function checkDataFolder({ dataDir }: Machine): Promise<Check> {
  const name = 'Data folder';
  const folder = existingParent(dataDir);
  const probe = join(folder, `.local-glue-doctor-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    return {
      name,
      state: 'bad',
      found: `${dataDir} cannot be written: ${(error as Error).message}`,
      remedy: 'Name another one with --data.',
    };
  }
  const holder = lockHolder(dataDir);
  const use = holder ? `, in use by the server ${holder.endpoint}` : '';
  return { name, state: 'good', found: `${dataDir}${use}` };
}

async function checkPort({ endpoint }: Machine): Promise<Check> {
  const name = 'Port';
  const { port } = new URL(endpoint);
  if (await isFree(Number(port || 80))) {
    return { name, state: 'good', found: `${port} is free` };
  }
  try {
    const { version } = await new LocalGlueClient(endpoint).health();
    return {
      name,
      state: 'good',
      found: `local-glue ${version} listens on ${endpoint}`,
    };
  } catch {
    return {
      name,
      state: 'bad',
      found: `${port} is taken by something else`,
      remedy: 'Choose another one with "local-glue serve --port".',
    };
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise(answer => {
    const server = createServer()
      .once('error', () => answer(false))
      .listen(port, '127.0.0.1', () => server.close(() => answer(true)));
  });
}

function existingParent(folder: string): string {
  let current = folder;
  while (!existsSync(current)) current = dirname(current);
  return current;
}

function inGibibytes(bytes: number): string {
  return (bytes / gibibyte).toFixed(1);
}
