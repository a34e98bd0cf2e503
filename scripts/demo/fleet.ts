import { Random } from '../../plugins/glue-pipelines-backend/src/__testUtils__/Random';

/** How a pipeline of the demo has been doing lately. */
export type Character =
  'healthy' | 'failing' | 'flaky' | 'slowing' | 'silent' | 'paused';

export interface DemoPipeline {
  name: string;
  description: string;
  /** Of the groups in catalog/organization.yaml. */
  owner: string;
  /** AWS cron of its start, and how often that is. */
  schedule: string;
  everyMinutes: number;
  /** Jobs that run one after the other; those of a stage side by side. */
  stages: string[][];
  /** Of a usual run, in all. */
  minutes: number;
  rows: number;
  workers: number;
  character: Character;
  /** ISO 8601 duration within which a run must have succeeded; not all promise one. */
  freshness?: string;
}

const SUBJECTS = [
  ['orders', 'data-engineering'],
  ['payments', 'finance'],
  ['refunds', 'finance'],
  ['invoices', 'finance'],
  ['shipments', 'logistics'],
  ['inventory', 'logistics'],
  ['deliveries', 'logistics'],
  ['returns', 'logistics'],
  ['customers', 'marketing'],
  ['campaigns', 'marketing'],
  ['newsletters', 'marketing'],
  ['sessions', 'analytics'],
  ['clicks', 'analytics'],
  ['searches', 'analytics'],
  ['experiments', 'analytics'],
  ['products', 'data-engineering'],
  ['prices', 'data-engineering'],
  ['suppliers', 'logistics'],
  ['tickets', 'marketing'],
  ['audit', 'data-engineering'],
] as const;

const VARIANTS = [
  ['hourly', 60, 'by the hour'],
  ['daily', 1440, 'by the day'],
  ['by-country', 1440, 'by country'],
  ['by-product', 1440, 'by product'],
  ['snapshot', 1440, 'as they are at midnight'],
  ['history', 1440, 'with all their changes'],
  ['quarter-day', 360, 'every six hours'],
  ['quality', 1440, 'checked for gaps and doubles'],
  ['features', 1440, 'as features of models'],
  ['archive', 1440, 'older than a year'],
] as const;

const STAGES = [
  ['transform', 'load'],
  ['prepare', 'transform', 'load'],
  ['prepare', 'transform|enrich', 'load'],
  ['extract-eu|extract-us', 'transform', 'check', 'load'],
];

const whole = (random: Random, most: number) =>
  Math.floor(random.next() * (most + 1));

/** Most are well; a portal of this size always has some that are not. */
function characterOf(random: Random): Character {
  const at = random.next();
  if (at < 0.05) return 'failing';
  if (at < 0.1) return 'flaky';
  if (at < 0.14) return 'slowing';
  if (at < 0.17) return 'silent';
  return at < 0.19 ? 'paused' : 'healthy';
}

function pipelineOf(
  [subject, owner]: readonly [string, string],
  [variant, everyMinutes, words]: readonly [string, number, string],
  random: Random,
): DemoPipeline {
  const name = `${subject}-${variant}`;
  const minute = whole(random, 59);
  const hours =
    everyMinutes === 60
      ? '*'
      : everyMinutes === 360
        ? '1/6'
        : String(whole(random, 6));
  return {
    name,
    description: `${subject[0].toUpperCase()}${subject.slice(1)} ${words}`,
    owner: `group:default/${owner}`,
    schedule: `cron(${minute} ${hours} * * ? *)`,
    everyMinutes,
    stages: random
      .pick(STAGES)
      .map(stage => stage.split('|').map(job => `${name}-${job}`)),
    minutes: 2 + 40 * random.next() ** 3,
    rows: Math.round(10 ** (3 + 4 * random.next())),
    workers: random.pick([2, 2, 2, 4, 10]),
    character: characterOf(random),
    freshness: random.chance(0.4)
      ? everyMinutes === 1440
        ? 'P1DT3H'
        : `PT${everyMinutes * 2}M`
      : undefined,
  };
}

/** 200 pipelines, always the same. Few are hourly: they make most of the runs. */
export function demoFleet(): DemoPipeline[] {
  const random = new Random(7);
  return SUBJECTS.flatMap((subject, number) =>
    VARIANTS.map(([variant, minutes, words]) =>
      pipelineOf(
        subject,
        [variant, variant === 'hourly' && number > 5 ? 1440 : minutes, words],
        random,
      ),
    ),
  );
}
