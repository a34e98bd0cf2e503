import { DEFAULT_CAPACITY } from '../capacityField';
import { MIN_WORKERS, WORKER_TYPES } from '../compute';
import { whyCopied } from '../copies';
import { engineOf } from '../engines/engineOf';
import type { PipelineDraft } from '../pipelineFields';
import { warehouseOf } from '../warehouseOf';
import { LIST_PRICES, type Prices } from './prices';
import { runsPerMonth } from './runsPerMonth';

/**
 * What `pipeline.yaml` does not tell: how long the parts of a run take, in minutes.
 *
 * @public
 */
export interface CostAssumptions {
  prepareMinutes: number;
  transformMinutes: number;
  loadMinutes: number;
  /** Default: as the schedule says, else one run a day. */
  runsPerMonth?: number;
  prices: Prices;
}

/** @public */
export const COST_ASSUMPTIONS: CostAssumptions = {
  prepareMinutes: 1,
  transformMinutes: 5,
  loadMinutes: 2,
  prices: LIST_PRICES,
};

/**
 * One part of a run that AWS charges.
 *
 * @public
 */
export interface CostItem {
  /** A job, crawlers or the warehouse. */
  what: string;
  /** How much of it a run uses. */
  amount: number;
  unit: 'DPU hours' | 'RPU hours';
  /** US dollars per run. */
  usd: number;
  /** How the amount was found, in words. */
  reason: string;
}

/** @public */
export interface CostEstimate {
  items: CostItem[];
  /** US dollars. */
  perRun: number;
  runsPerMonth: number;
  /** Where the number of runs comes from, in words. */
  runsReason: string;
  /** US dollars. */
  perMonth: number;
}

/** A Python shell job of the smallest size, as `prepare` is (AWS Glue Developer Guide, "Job API", MaxCapacity). */
const PYTHON_SHELL_DPUS = 1 / 16;

/** Glue charges jobs by the second, a minute at least, and crawlers for ten minutes at least ("AWS Glue pricing"). */
const LEAST_JOB_MINUTES = 1;
const LEAST_CRAWL_MINUTES = 10;

/** What a crawler uses in the examples of "AWS Glue pricing"; Glue offers no choice. */
const CRAWLER_DPUS = 2;

const hours = (minutes: number) => minutes / 60;

const minutesWords = (minutes: number) =>
  `${minutes} minute${minutes === 1 ? '' : 's'}`;

function job(
  what: string,
  dpus: number,
  minutes: number,
  price: number,
  words: string,
): CostItem {
  const charged = Math.max(minutes, LEAST_JOB_MINUTES);
  const amount = dpus * hours(charged);
  return {
    what,
    amount,
    unit: 'DPU hours',
    usd: amount * price,
    reason: `${words} for ${minutesWords(charged)}`,
  };
}

function crawlers(pipeline: PipelineDraft, price: number): CostItem[] {
  if (pipeline.catalog.tables !== 'crawled') {
    return [];
  }
  // One crawler reads all copies that are written alike, and one the result.
  const copied = pipeline.sources.filter(whyCopied);
  const kinds = new Set(copied.map(({ csv }) => JSON.stringify(csv)));
  const count = kinds.size + 1;
  const amount = count * CRAWLER_DPUS * hours(LEAST_CRAWL_MINUTES);
  return [
    {
      what: 'crawlers',
      amount,
      unit: 'DPU hours',
      usd: amount * price,
      reason: `${count} of ${CRAWLER_DPUS} DPUs for ${minutesWords(LEAST_CRAWL_MINUTES)}, the least that Glue charges`,
    },
  ];
}

/** A cluster costs the same whether it is asked or not. */
function warehouse(
  pipeline: PipelineDraft,
  minutes: number,
  price: number,
): CostItem[] {
  const { kind, name } = warehouseOf(pipeline);
  if (kind === 'cluster') {
    return [];
  }
  const { base } = pipeline.warehouse.capacity ?? DEFAULT_CAPACITY;
  const charged = Math.max(minutes, LEAST_JOB_MINUTES);
  const amount = base * hours(charged);
  return [
    {
      what: `workgroup ${name}`,
      amount,
      unit: 'RPU hours',
      usd: amount * price,
      reason: `${base} processing units for ${minutesWords(charged)}`,
    },
  ];
}

/**
 * About what a pipeline costs, by what `pipeline.yaml` says and what is
 * assumed. It takes all workers as busy to the end of the job, which auto
 * scaling only makes cheaper. Storage, requests, transfer and what people ask
 * of the table are not in it.
 *
 * @public
 */
export function estimateCost(
  pipeline: PipelineDraft,
  assumptions: CostAssumptions = COST_ASSUMPTIONS,
): CostEstimate {
  const { prices, prepareMinutes, transformMinutes, loadMinutes } = assumptions;
  const { workerType, workers, executionClass } = pipeline.compute;
  const sparkPrice =
    executionClass === 'FLEX' ? prices.flexDpuHour : prices.dpuHour;
  const items = [
    ...(pipeline.sources.some(whyCopied)
      ? [
          job(
            'prepare',
            PYTHON_SHELL_DPUS,
            prepareMinutes,
            prices.dpuHour,
            'a sixteenth of a DPU',
          ),
        ]
      : []),
    engineOf(pipeline).engine === 'duckdb'
      ? job(
          'transform',
          PYTHON_SHELL_DPUS,
          transformMinutes,
          prices.dpuHour,
          'DuckDB on a sixteenth of a DPU',
        )
      : job(
          'transform',
          workers * WORKER_TYPES[workerType].dpus,
          transformMinutes,
          sparkPrice,
          `${workers} workers ${workerType}`,
        ),
    job(
      'load',
      MIN_WORKERS * WORKER_TYPES['G.1X'].dpus,
      loadMinutes,
      sparkPrice,
      `${MIN_WORKERS} workers G.1X`,
    ),
    ...crawlers(pipeline, prices.dpuHour),
    ...warehouse(pipeline, loadMinutes, prices.rpuHour),
  ];
  const perRun = items.reduce((sum, { usd }) => sum + usd, 0);
  const { runs, reason } =
    assumptions.runsPerMonth === undefined
      ? runsPerMonth(pipeline)
      : { runs: assumptions.runsPerMonth, reason: 'as you say' };
  return {
    items,
    perRun,
    runsPerMonth: runs,
    runsReason: reason,
    perMonth: perRun * runs,
  };
}
