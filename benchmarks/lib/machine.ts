import {
  availableParallelism,
  cpus,
  loadavg,
  platform,
  totalmem,
} from 'node:os';

/** What a figure depends on, in one line: without it no figure means anything. */
export function machineFacts(): string {
  const [load] = loadavg();
  const busy =
    load > 0.5
      ? ` - others use this machine too, which makes every figure larger`
      : '';
  return [
    `${platform()}, ${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown processor'}`,
    `${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
    `Node ${process.versions.node}`,
    `load ${load.toFixed(2)}${busy}`,
  ].join(', ');
}
