// npm run cost: about what a run and a month cost, by pipeline.yaml and what is assumed.
//
//   npm run cost -- --env dev --transform-minutes 12 --runs 60
import { parseArgs } from 'node:util';
import { COST_ASSUMPTIONS, costWords, estimateCost } from '../lib/language.mjs';
import type { CostAssumptions } from '../lib/language.mjs';
import type { Pipeline } from '../lib/pipeline';
import { numberOption, runScript } from './command';
import { pipelineOf } from './pipelineOf';

const text = { type: 'string' } as const;

const OPTIONS = {
  env: text,
  'prepare-minutes': text,
  'transform-minutes': text,
  'load-minutes': text,
  runs: text,
  'dpu-hour': text,
  'flex-dpu-hour': text,
  'rpu-hour': text,
};

/** What the options say, and the defaults where they say nothing. */
export function assumptionsOf(args: string[]): CostAssumptions {
  const { values } = parseArgs({ args, options: OPTIONS });
  const minutes = (step: 'prepare' | 'transform' | 'load') =>
    numberOption(
      `${step}-minutes`,
      values[`${step}-minutes`],
      COST_ASSUMPTIONS[`${step}Minutes`],
    );
  const { dpuHour, flexDpuHour, rpuHour } = COST_ASSUMPTIONS.prices;
  return {
    prepareMinutes: minutes('prepare'),
    transformMinutes: minutes('transform'),
    loadMinutes: minutes('load'),
    ...(values.runs !== undefined && {
      runsPerMonth: numberOption('runs', values.runs, 30),
    }),
    prices: {
      dpuHour: numberOption('dpu-hour', values['dpu-hour'], dpuHour),
      flexDpuHour: numberOption(
        'flex-dpu-hour',
        values['flex-dpu-hour'],
        flexDpuHour,
      ),
      rpuHour: numberOption('rpu-hour', values['rpu-hour'], rpuHour),
    },
  };
}

/** The estimate, and what it takes for granted. */
export function costReport(
  pipeline: Pipeline,
  assumptions: CostAssumptions,
): string {
  const { dpuHour, flexDpuHour, rpuHour } = assumptions.prices;
  return [
    ...costWords(estimateCost(pipeline, assumptions)),
    '',
    'An estimate. It assumes the minutes above, and that all workers are busy to the end of their job.',
    `Prices in US dollars, by default those that AWS lists for US East (N. Virginia): a DPU hour ${dpuHour}, with FLEX ${flexDpuHour}; an RPU hour ${rpuHour}.`,
    'Not in it: storage, requests, transfer, and what others ask of the table.',
    'Options: --env, --prepare-minutes, --transform-minutes, --load-minutes, --runs (a month), --dpu-hour, --flex-dpu-hour, --rpu-hour.',
  ].join('\n');
}

await runScript(import.meta.url, args => {
  const assumptions = assumptionsOf(args);
  const { env } = parseArgs({ args, options: OPTIONS }).values;
  console.log(costReport(pipelineOf(env), assumptions));
});
