import type { CreateCrawlerRequest } from '@aws-sdk/client-glue';
import { invalidInput } from '../errors';
import { checkScheduleExpression } from './triggerRules';

type CrawlerDefinition = Partial<
  Pick<
    CreateCrawlerRequest,
    'Name' | 'Targets' | 'Schedule' | 'Configuration' | 'DatabaseName'
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
  const hasTarget = Object.values(Targets ?? {}).some(
    targets => targets !== undefined && targets.length > 0,
  );
  if (!hasTarget) {
    throw invalidInput(
      `Crawler ${Name} has no targets. Give at least one, for example Targets.S3Targets.`,
    );
  }
  for (const [index, { Path }] of (Targets?.S3Targets ?? []).entries()) {
    if (!Path || !/^s3:\/\/[^/]+(\/|$)/.test(Path)) {
      throw invalidInput(
        `Value at 'Targets.S3Targets[${index}].Path' is not valid: it must be an S3 location such as s3://bucket/folder/.`,
      );
    }
  }
  if (Schedule) checkScheduleExpression(Schedule);
  if (Configuration) checkConfiguration(Configuration);
}

function checkConfiguration(configuration: string): void {
  try {
    const parsed: unknown = JSON.parse(configuration);
    if (typeof parsed === 'object' && parsed !== null) return;
  } catch {
    // Not JSON: said below.
  }
  throw invalidInput(
    "Value at 'Configuration' is not valid: it must be a JSON object with a Version.",
  );
}
