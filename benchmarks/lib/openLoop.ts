import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds of each request, and how many were not answered with 200. */
export interface Load {
  times: number[];
  failures: number;
  /** Milliseconds by which requests were sent late: the generator itself is busy. */
  lateness: number[];
}

/**
 * Sends requests at a fixed rate, whether or not those before were answered,
 * and measures each from the time at which it should have been sent: a server
 * that stalls makes all that come meanwhile late, as it does for people.
 */
export async function openLoop(options: {
  port: number;
  headers: Record<string, string>;
  /** Of the n-th request. */
  path: (n: number) => string;
  perSecond: number;
  seconds: number;
}): Promise<Load> {
  const { port, headers, path, perSecond, seconds } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: 500 });
  const load: Load = { times: [], failures: 0, lateness: [] };
  const get = (n: number, due: number) =>
    new Promise<void>(resolve => {
      const failed = () => {
        load.failures += 1;
        resolve();
      };
      load.lateness.push(performance.now() - due);
      request(
        { agent, host: '127.0.0.1', port, path: path(n), headers },
        answer => {
          answer.resume();
          answer.on('error', failed);
          answer.on('end', () => {
            load.times.push(performance.now() - due);
            if (answer.statusCode === 200) resolve();
            else failed();
          });
        },
      )
        .on('error', failed)
        .end();
    });
  const from = performance.now();
  const open: Promise<void>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = from + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    open.push(get(n, due));
  }
  await Promise.all(open);
  agent.destroy();
  return load;
}
