import { JobOutcome } from './JobExecutor';

/** What `local_glue_run.py` writes to the file that LOCAL_GLUE_RESULT names. */
export interface ScriptResult {
  ok: boolean;
  /** Name of the Python exception's class. */
  type?: string;
  message?: string;
  /** The script's base name. */
  file?: string;
  /** Line of the script's own statement that raised. */
  line?: number | null;
}

/** Why the server ended a job. */
export type EndReason =
  | { reason: 'timeout' | 'stop' }
  /** The log could not be written. */
  | { reason: 'output'; message: string };

/** How the process of a job ended. */
export interface ProcessEnd {
  exitCode: number | null;
  signal: string | null;
  /** Absent where the script ended before the wrapper could write it. */
  result?: ScriptResult;
  /** The last part of stderr. */
  errorTail: string;
  /** Why the server ended it, where it did. */
  endedFor?: EndReason;
  timeoutMinutes: number;
  /** MiB that one process of the job may take. */
  processMemory: number;
  executionSeconds: number;
  committed?: JobOutcome['committed'];
}

/** How a job run ended, in the words of a JobRun. */
export function jobOutcome(end: ProcessEnd): JobOutcome {
  const { executionSeconds } = end;
  const { reason } = end.endedFor ?? {};
  if (reason === 'stop') return { state: 'STOPPED', executionSeconds };
  if (reason === 'timeout') {
    return {
      state: 'TIMEOUT',
      errorMessage: `The job was ended because it ran longer than its timeout of ${end.timeoutMinutes} minute${end.timeoutMinutes === 1 ? '' : 's'}`,
      executionSeconds,
    };
  }
  if (end.endedFor?.reason === 'output') {
    return {
      state: 'FAILED',
      errorMessage: `The job was ended because its output could not be stored: ${end.endedFor.message}`,
      executionSeconds,
    };
  }
  if (end.exitCode === 0 && end.result?.ok !== false) {
    const { committed } = end;
    return {
      state: 'SUCCEEDED',
      executionSeconds,
      ...(committed && { committed }),
    };
  }
  return { state: 'FAILED', errorMessage: failure(end), executionSeconds };
}

function failure(end: ProcessEnd): string {
  const { exitCode, signal, result, errorTail } = end;
  const outOfMemory = /java\.lang\.OutOfMemoryError[^\n]*/.exec(errorTail);
  if (result && !result.ok) {
    const place = result.line ? ` (${result.file}, line ${result.line})` : '';
    const message =
      result.type === 'MemoryError'
        ? `${result.message || 'out of memory'}; a process of this job may take ${end.processMemory} MiB here`
        : result.message;
    const error = `${result.type}: ${message}${place}`;
    return outOfMemory && !error.includes('OutOfMemoryError')
      ? `${error}; ${outOfMemory[0]}`
      : error;
  }
  const last = lastErrorLine(errorTail);
  if (outOfMemory) {
    return `The Spark driver ran out of memory (${outOfMemory[0]}): read less at once, or give it more with --conf spark.driver.memory`;
  }
  if (signal === 'SIGKILL') {
    return 'The job was killed by SIGKILL: most likely this machine ran out of memory';
  }
  if (signal) return `The job was killed by ${signal}${after(last)}`;
  return `The script ended with exit code ${exitCode}${after(last)}`;
}

function after(line: string | undefined): string {
  return line ? `: ${line}` : '';
}

/** The last line that is not indented: of a Python traceback the one with the error. */
function lastErrorLine(text: string): string | undefined {
  return text
    .split('\n')
    .filter(line => /^\S/.test(line))
    .pop()
    ?.trim()
    .slice(0, 500);
}
