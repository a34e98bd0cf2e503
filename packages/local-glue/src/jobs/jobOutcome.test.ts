import { jobOutcome, ProcessEnd } from './jobOutcome';

const clean: ProcessEnd = {
  exitCode: 0,
  signal: null,
  errorTail: '',
  timeoutMinutes: 60,
  processMemory: 2560,
  executionSeconds: 3,
};

describe('jobOutcome', () => {
  it.each<[string, Partial<ProcessEnd>, string, string | undefined]>([
    ['success', { result: { ok: true } }, 'SUCCEEDED', undefined],
    ['an end without a result file', {}, 'SUCCEEDED', undefined],
    [
      'a Python exception',
      {
        exitCode: 1,
        result: {
          ok: false,
          type: 'ValueError',
          message: 'no column iso',
          file: 'transform.py',
          line: 12,
        },
      },
      'FAILED',
      'ValueError: no column iso (transform.py, line 12)',
    ],
    [
      'an exception without a line of the script',
      {
        exitCode: 3,
        result: { ok: false, type: 'SystemExit', message: '3', line: null },
      },
      'FAILED',
      'SystemExit: 3',
    ],
    [
      'an exit that bypassed Python',
      { exitCode: 7, errorTail: 'starting\nno licence\n  at somewhere\n' },
      'FAILED',
      'The script ended with exit code 7: no licence',
    ],
    [
      'a silent exit',
      { exitCode: 7 },
      'FAILED',
      'The script ended with exit code 7',
    ],
    [
      'a kill from outside',
      { exitCode: null, signal: 'SIGKILL' },
      'FAILED',
      'The job was killed by SIGKILL: most likely this machine ran out of memory',
    ],
    [
      'another signal',
      { exitCode: null, signal: 'SIGSEGV', errorTail: 'Fatal Python error' },
      'FAILED',
      'The job was killed by SIGSEGV: Fatal Python error',
    ],
    [
      'a full Java heap',
      {
        exitCode: 1,
        errorTail: 'x\njava.lang.OutOfMemoryError: Java heap space\n\tat y\n',
        result: { ok: false, type: 'Py4JNetworkError', message: 'no answer' },
      },
      'FAILED',
      'Py4JNetworkError: no answer; java.lang.OutOfMemoryError: Java heap space',
    ],
    [
      'a Python process that asked for too much memory',
      {
        exitCode: 1,
        result: {
          ok: false,
          type: 'MemoryError',
          message: '',
          file: 'transform.py',
          line: 3,
        },
      },
      'FAILED',
      'MemoryError: out of memory; a process of this job may take 2560 MiB here (transform.py, line 3)',
    ],
    [
      'output that the disk had no room for',
      {
        exitCode: 0,
        result: { ok: true },
        endedFor: { reason: 'output', message: 'ENOSPC: no space left' },
      },
      'FAILED',
      'The job was ended because its output could not be stored: ENOSPC: no space left',
    ],
    [
      'the timeout',
      {
        exitCode: null,
        signal: 'SIGTERM',
        endedFor: { reason: 'timeout' },
        timeoutMinutes: 1,
      },
      'TIMEOUT',
      'The job was ended because it ran longer than its timeout of 1 minute',
    ],
    [
      'a stop',
      { exitCode: null, signal: 'SIGTERM', endedFor: { reason: 'stop' } },
      'STOPPED',
      undefined,
    ],
  ])('describes %s', (_, end, state, errorMessage) => {
    expect(jobOutcome({ ...clean, ...end })).toEqual({
      state,
      ...(errorMessage && { errorMessage }),
      executionSeconds: 3,
    });
  });

  it('passes on the bookmark of a run that succeeded, and of no other', () => {
    const committed = { version: 3, states: { source: {} } };
    expect(jobOutcome({ ...clean, committed })).toMatchObject({ committed });
    expect(jobOutcome({ ...clean, exitCode: 1, committed })).not.toHaveProperty(
      'committed',
    );
  });
});
