// Loaded into the server with `node --require`: writes what only the process itself can see to the
// file that BENCHMARK_RECORD names, one JSON line for each ended child process, and one with the
// event loop's delay for each SIGUSR2.
'use strict';

const { appendFileSync } = require('node:fs');
const childProcess = require('node:child_process');
const { monitorEventLoopDelay } = require('node:perf_hooks');

const file = process.env.BENCHMARK_RECORD;
const write = record => appendFileSync(file, `${JSON.stringify(record)}\n`);

const { spawn } = childProcess;
childProcess.spawn = function recordedSpawn(command, args, options) {
  const from = Date.now();
  const child = spawn.call(this, command, args, options);
  child.once('exit', code =>
    write({ kind: 'process', command, args, code, from, to: Date.now() }),
  );
  return child;
};

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
process.on('SIGUSR2', () => {
  // Nanoseconds, the sampling interval included.
  const inMilliseconds = value => Math.max(0, value / 1e6 - 10);
  write({
    kind: 'delay',
    p50: inMilliseconds(delay.percentile(50)),
    p99: inMilliseconds(delay.percentile(99)),
    max: inMilliseconds(delay.max),
  });
  delay.reset();
});
