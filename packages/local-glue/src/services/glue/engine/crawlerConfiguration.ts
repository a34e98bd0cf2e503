import { invalidInput } from '../errors';

/** What `Configuration` of a crawler says. */
export interface CrawlerConfiguration {
  /** CrawlerOutput.Tables.AddOrUpdateBehavior is MergeNewColumns. */
  mergeNewColumns: boolean;
  /** CrawlerOutput.Partitions.AddOrUpdateBehavior is InheritFromTable. */
  inheritFromTable: boolean;
  /** CrawlerOutput.Tables.TableThreshold */
  tableThreshold?: number;
  /** Grouping.TableGroupingPolicy is CombineCompatibleSchemas. */
  combineCompatibleSchemas: boolean;
  /** Grouping.TableLevelConfiguration */
  tableLevel?: number;
  /** CreatePartitionIndex; "The default value is true." */
  createPartitionIndex: boolean;
}

type Setting =
  | { kind: 'choice'; values: readonly unknown[] }
  | { kind: 'positive' }
  | { kind: 'boolean' }
  | { kind: 'group'; members: Readonly<Record<string, Setting>> };

const group = (members: Record<string, Setting>): Setting => ({
  kind: 'group',
  members,
});

const choice = (...values: unknown[]): Setting => ({ kind: 'choice', values });

/** "Customizing crawler behavior" (AWS Glue Developer Guide). */
const settings = group({
  Version: choice(1),
  CrawlerOutput: group({
    Tables: group({
      AddOrUpdateBehavior: choice('MergeNewColumns'),
      TableThreshold: { kind: 'positive' },
    }),
    Partitions: group({ AddOrUpdateBehavior: choice('InheritFromTable') }),
  }),
  Grouping: group({
    TableGroupingPolicy: choice('CombineCompatibleSchemas'),
    TableLevelConfiguration: { kind: 'positive' },
  }),
  CreatePartitionIndex: { kind: 'boolean' },
});

/**
 * Reads a crawler's configuration. What Glue's own documents do not know is
 * refused as Glue refuses it, by its name.
 *
 * @throws AwsError InvalidInputException
 */
export function crawlerConfiguration(
  text: string | undefined,
): CrawlerConfiguration {
  const configuration = text ? parse(text) : { Version: 1 };
  if (configuration.Version === undefined) {
    throw invalid('Version', 'is missing: it must be 1.0');
  }
  check(settings, configuration, '');
  const { CrawlerOutput, Grouping, CreatePartitionIndex } = configuration;
  return {
    mergeNewColumns:
      CrawlerOutput?.Tables?.AddOrUpdateBehavior === 'MergeNewColumns',
    inheritFromTable:
      CrawlerOutput?.Partitions?.AddOrUpdateBehavior === 'InheritFromTable',
    tableThreshold: CrawlerOutput?.Tables?.TableThreshold,
    combineCompatibleSchemas:
      Grouping?.TableGroupingPolicy === 'CombineCompatibleSchemas',
    tableLevel: Grouping?.TableLevelConfiguration,
    createPartitionIndex: CreatePartitionIndex ?? true,
  };
}

/** What `settings` describes, once checked. */
interface Parsed {
  Version?: number;
  CrawlerOutput?: {
    Tables?: { AddOrUpdateBehavior?: string; TableThreshold?: number };
    Partitions?: { AddOrUpdateBehavior?: string };
  };
  Grouping?: { TableGroupingPolicy?: string; TableLevelConfiguration?: number };
  CreatePartitionIndex?: boolean;
}

function parse(text: string): Parsed {
  try {
    const parsed: unknown = JSON.parse(text);
    if (isObject(parsed)) return parsed;
  } catch {
    // Not JSON: said below.
  }
  throw invalid('', 'must be a JSON object with a Version');
}

function check(setting: Setting, value: unknown, path: string): void {
  switch (setting.kind) {
    case 'group': {
      if (!isObject(value)) throw invalid(path, 'must be an object');
      const unknown = Object.keys(value).filter(
        key => !Object.hasOwn(setting.members, key),
      );
      if (unknown.length > 0) {
        throw invalidInput(
          `${path || 'Configuration'} contains unsupported keys: ${unknown.join(', ')}. Its keys are ${Object.keys(setting.members).join(', ')}.`,
        );
      }
      for (const [key, member] of Object.entries(value)) {
        check(setting.members[key], member, path ? `${path}.${key}` : key);
      }
      break;
    }
    case 'choice':
      if (!setting.values.includes(value)) {
        throw invalid(
          path,
          `must be ${setting.values.map(each => JSON.stringify(each)).join(' or ')}, not ${JSON.stringify(value)}`,
        );
      }
      break;
    case 'positive':
      if (!Number.isInteger(value) || Number(value) < 1) {
        throw invalid(path, 'must be a whole number greater than 0');
      }
      break;
    default:
      if (typeof value !== 'boolean') {
        throw invalid(path, 'must be true or false');
      }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(path: string, problem: string) {
  const member = path ? `Configuration.${path}` : 'Configuration';
  return invalidInput(`Value at '${member}' is not valid: it ${problem}.`);
}
