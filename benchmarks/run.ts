// Runs one benchmark, or all: `npm run bench -- <name> [options]`. See README.md.
import { bundle } from './bundle';
import { collector } from './collector';
import { engines } from './engines';
import { etl } from './etl';
import { graph } from './graph';
import { liveUpdate } from './liveUpdate';
import { orchestration } from './orchestration';
import { pipelineA } from './pipelineA';
import { portalCalls } from './portalCalls';
import { portalLatency } from './portalLatency';
import { scale } from './scale';
import { startup } from './startup';
import { machineFacts } from './lib/machine';

/** What is measured, and how it is called. */
const benchmarks: Record<string, (options: string[]) => Promise<void>> = {
  startup,
  scale,
  orchestration,
  'pipeline-a': pipelineA,
  engines,
  'portal-calls': portalCalls,
  'portal-latency': portalLatency,
  collector,
  etl,
  graph,
  'live-update': liveUpdate,
  bundle,
};

async function main([name, ...options]: string[]) {
  const names = name === 'all' ? Object.keys(benchmarks) : [name];
  if (!names.every(each => Object.hasOwn(benchmarks, each ?? ''))) {
    console.error(
      `npm run bench -- <name> [options]\n\nNames: ${Object.keys(benchmarks).join(', ')}, all. benchmarks/README.md tells what each one measures.`,
    );
    process.exitCode = 2;
    return;
  }
  for (const each of names) {
    console.log(`\n# ${each}\n`);
    console.log(machineFacts());
    await benchmarks[each](options);
    console.log(`\n${machineFacts()}`);
  }
}

main(process.argv.slice(2)).catch(error => {
  console.error(error);
  process.exitCode = 1;
});
