import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** One live process of this machine. */
interface Process {
  pid: number;
  processGroup: number;
  /** Whether its command line or, where the system shows them, its environment or working directory contains the text. */
  mentions(text: string): boolean;
}

/**
 * The processes of one job: those in the process group that it was started
 * with, and those that left the group but still carry the job's working
 * directory in their environment or work in it (seen on Linux only).
 *
 * Process ids are reused. So a group counts only while one of its members
 * mentions the job's own, unique working directory.
 *
 * @param since - what `processClock` said before the job's first process
 *   started, where that is known: older ones need not be looked at
 */
export function jobProcesses(
  groupId: number,
  workDir: string,
  since: number = 0,
): number[] {
  const all = listProcesses(since).filter(({ pid }) => pid !== process.pid);
  const marked = all.filter(candidate => candidate.mentions(workDir));
  const groupIsOurs = marked.some(
    ({ processGroup }) => processGroup === groupId,
  );
  const members = groupIsOurs
    ? all.filter(({ processGroup }) => processGroup === groupId)
    : [];
  return [...new Set([...marked, ...members].map(({ pid }) => pid))];
}

/**
 * Asks the job's processes to end (SIGTERM), and ends those that are still
 * there after the grace period (milliseconds, SIGKILL). Resolves when none is left.
 */
export async function endJobProcesses(
  groupId: number,
  workDir: string,
  graceMilliseconds: number,
  since: number = 0,
): Promise<void> {
  let left = jobProcesses(groupId, workDir, since);
  left.forEach(pid => signal(pid, 'SIGTERM'));
  const killAt = Date.now() + graceMilliseconds;
  for (let pause = 10; left.length > 0; pause = Math.min(pause * 2, 200)) {
    await sleep(pause);
    left = jobProcesses(groupId, workDir, since);
    if (Date.now() >= killAt) left.forEach(pid => signal(pid, 'SIGKILL'));
  }
}

/** Resolves true when the group has no process left, false when it still has after `milliseconds`. */
export async function groupEnds(
  groupId: number,
  milliseconds: number,
): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (groupExists(groupId)) {
    if (Date.now() >= until) return false;
    await sleep(20);
  }
  return true;
}

/** Zombies do not count: not every container has a first process that reaps them. */
function groupExists(groupId: number): boolean {
  try {
    process.kill(-groupId, 0);
  } catch {
    return false;
  }
  return listProcesses(0).some(({ processGroup }) => processGroup === groupId);
}

function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the look and the signal: what was wanted.
  }
}

/** Seconds of the clock that processes' starts are told by: proc(5). 0 where the system has none. */
export function processClock(): number {
  return Number(readOrEmpty('/proc/uptime').split(' ')[0]);
}

function listProcesses(since: number): Process[] {
  return process.platform === 'linux'
    ? listByProcFileSystem(since)
    : listByPs();
}

/** Clock ticks a second: the same on all of Linux (proc_pid_stat(5), sysconf(3)). */
const ticks = 100;

/** proc(5); needs no `ps`, which small images do not have. Zombies are left out: they have ended. */
function listByProcFileSystem(since: number): Process[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      const stat = readOrEmpty(`/proc/${name}/stat`);
      // pid (command, which may hold blanks and brackets) state ppid pgrp ... starttime
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields.length < 20 || fields[0] === 'Z') return [];
      // The start is rounded down to a tick, and so is the clock.
      if (Number(fields[19]) / ticks < since - 1) return [];
      return [
        {
          pid: Number(name),
          processGroup: Number(fields[2]),
          mentions: (text: string) =>
            readOrEmpty(`/proc/${name}/cmdline`).includes(text) ||
            readOrEmpty(`/proc/${name}/environ`).includes(text) ||
            linkOrEmpty(`/proc/${name}/cwd`).includes(text),
        },
      ];
    });
}

function listByPs(): Process[] {
  return execFileSync('ps', ['-A', '-ww', '-o', 'pid=,pgid=,stat=,command='], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
    .split('\n')
    .flatMap(line => {
      const match = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line);
      if (!match || match[3].startsWith('Z')) return [];
      return [
        {
          pid: Number(match[1]),
          processGroup: Number(match[2]),
          mentions: (text: string) => match[4].includes(text),
        },
      ];
    });
}

/** Empty where the process ended meanwhile or belongs to someone else. */
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function linkOrEmpty(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
