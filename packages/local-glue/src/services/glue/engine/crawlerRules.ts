import { parseS3Uri } from '@glue-pipelines/pipeline/s3';
import type {
  CreateCrawlerRequest,
  CrawlerTargets,
} from '@aws-sdk/client-glue';
import { invalidInput } from '../errors';
import type { StoredCrawler } from '../store/definitions';
import { crawlerConfiguration } from './crawlerConfiguration';
import { checkScheduleExpression } from './triggerRules';

type CrawlerDefinition = Partial<
  Pick<
    CreateCrawlerRequest,
    | 'Name'
    | 'Targets'
    | 'Schedule'
    | 'Configuration'
    | 'RecrawlPolicy'
    | 'SchemaChangePolicy'
  >
>;

/**
 * The rules that a crawler keeps in itself, beyond the constraints of its
 * members.
 *
 * @throws AwsError InvalidInputException
 */
export function checkCrawler(crawler: CrawlerDefinition): void {
  const { Name, Targets, Schedule, Configuration } = crawler;
  const kinds = targetKinds(Targets);
  if (kinds.length === 0) {
    throw invalidInput(
      `Crawler ${Name} has no targets. Give at least one, for example Targets.S3Targets.`,
    );
  }
  for (const [index, { Path }] of (Targets?.S3Targets ?? []).entries()) {
    if (!Path || !parseS3Uri(Path).bucket) {
      throw invalidInput(
        `Value at 'Targets.S3Targets[${index}].Path' is not valid: it must be an S3 location such as s3://bucket/folder/.`,
      );
    }
  }
  if (kinds.includes('CatalogTargets')) checkCatalogTargets(crawler, kinds);
  checkRecrawlPolicy(crawler, kinds);
  if (Schedule) checkScheduleExpression(Schedule);
  crawlerConfiguration(Configuration);
}

/** The members of Targets that hold any: `S3Targets`, `JdbcTargets`, ... */
export function targetKinds(targets: CrawlerTargets | undefined): string[] {
  return Object.entries(targets ?? {})
    .filter(([, each]) => each !== undefined && each.length > 0)
    .map(([kind]) => kind);
}

/** AWS Glue Developer Guide, "Crawler source type". */
function checkCatalogTargets(
  { SchemaChangePolicy }: CrawlerDefinition,
  kinds: readonly string[],
): void {
  if (kinds.length > 1) {
    throw invalidInput(
      `CatalogTargets cannot be mixed with ${kinds.filter(kind => kind !== 'CatalogTargets').join(', ')}: "You can't mix catalog tables as a source with any other source types".`,
    );
  }
  const behavior = SchemaChangePolicy?.DeleteBehavior ?? 'LOG';
  if (behavior !== 'LOG') {
    throw invalidInput(
      'The SchemaChangePolicy for "Catalog" target can have only LOG DeleteBehavior value.',
    );
  }
}

/** AWS Glue Developer Guide, "Scheduling incremental crawls for adding new partitions". */
function checkRecrawlPolicy(
  { RecrawlPolicy, SchemaChangePolicy, Targets }: CrawlerDefinition,
  kinds: readonly string[],
): void {
  switch (RecrawlPolicy?.RecrawlBehavior) {
    case 'CRAWL_NEW_FOLDERS_ONLY': {
      if (kinds.some(kind => kind !== 'S3Targets')) {
        throw invalidInput(
          'RecrawlBehavior "Crawl new folders only" can only apply to Amazon S3 target.',
        );
      }
      const { UpdateBehavior = 'LOG', DeleteBehavior = 'LOG' } =
        SchemaChangePolicy ?? {};
      if (UpdateBehavior !== 'LOG' || DeleteBehavior !== 'LOG') {
        throw invalidInput(
          'The SchemaChangePolicy for "Crawl new folders only" Amazon S3 target can have only LOG DeleteBehavior value and LOG UpdateBehavior value.',
        );
      }
      break;
    }
    case 'CRAWL_EVENT_MODE': {
      const targets = [
        ...(Targets?.S3Targets ?? []),
        ...(Targets?.CatalogTargets ?? []),
      ];
      const problem = targets.some(({ EventQueueArn }) => !EventQueueArn)
        ? 'its target names no EventQueueArn'
        : 'local-glue has no SQS';
      throw invalidInput(
        `RecrawlBehavior CRAWL_EVENT_MODE takes the events of an SQS queue, and ${problem}. Use CRAWL_EVERYTHING or CRAWL_NEW_FOLDERS_ONLY.`,
      );
    }
    default:
  }
}

/**
 * "When this option is turned on, you can't change the Amazon S3 target data
 * stores when editing the crawler" (AWS Glue Developer Guide, "Incremental
 * crawls").
 *
 * @throws AwsError InvalidInputException
 */
export function checkTargetChange(
  before: StoredCrawler,
  after: StoredCrawler,
): void {
  const isIncremental = ({ RecrawlPolicy }: StoredCrawler) =>
    RecrawlPolicy?.RecrawlBehavior === 'CRAWL_NEW_FOLDERS_ONLY';
  const paths = ({ Targets }: StoredCrawler) =>
    JSON.stringify(Targets?.S3Targets?.map(({ Path }) => Path).sort());
  if (
    isIncremental(before) &&
    isIncremental(after) &&
    paths(before) !== paths(after)
  ) {
    throw invalidInput(
      `The S3 targets of crawler ${after.Name} cannot change while its RecrawlBehavior is CRAWL_NEW_FOLDERS_ONLY. Set it to CRAWL_EVERYTHING first.`,
    );
  }
}

/**
 * The members that a crawler has without being told. LOG "is the default
 * setting for incremental crawls" (AWS Glue Developer Guide, "Setting crawler
 * configuration options") and the only DeleteBehavior of catalog targets, for
 * which CombineCompatibleSchemas "is enabled by default" ("Crawler source
 * type").
 */
export function crawlerDefaults({
  Classifiers,
  RecrawlPolicy,
  SchemaChangePolicy,
  LineageConfiguration,
  Configuration,
  Targets,
}: CreateCrawlerRequest) {
  const isIncremental =
    RecrawlPolicy?.RecrawlBehavior === 'CRAWL_NEW_FOLDERS_ONLY';
  const isOfCatalog = targetKinds(Targets).includes('CatalogTargets');
  return {
    Classifiers: Classifiers ?? [],
    RecrawlPolicy: {
      RecrawlBehavior: RecrawlPolicy?.RecrawlBehavior ?? 'CRAWL_EVERYTHING',
    },
    SchemaChangePolicy: {
      UpdateBehavior: isIncremental ? 'LOG' : 'UPDATE_IN_DATABASE',
      DeleteBehavior:
        isIncremental || isOfCatalog ? 'LOG' : 'DEPRECATE_IN_DATABASE',
      ...SchemaChangePolicy,
    },
    LineageConfiguration: LineageConfiguration ?? {
      CrawlerLineageSettings: 'DISABLE',
    },
    Configuration:
      Configuration ??
      (isOfCatalog
        ? '{"Version":1.0,"Grouping":{"TableGroupingPolicy":"CombineCompatibleSchemas"}}'
        : undefined),
  } satisfies Partial<StoredCrawler>;
}
