import type { ContractProperty, DataContract } from './dataContract';

/** What became of a column between two versions of a contract. */
export interface ContractChange {
  column: string;
  kind: 'removed' | 'retyped' | 'narrowed' | 'widened' | 'optional' | 'added';
  /** Whether it may break those who read the table. */
  breaks: boolean;
  /** In words, from what to what. */
  words: string;
}

const BREAKING: readonly ContractChange['kind'][] = [
  'removed',
  'retyped',
  'narrowed',
  'optional',
];

const change = (
  column: string,
  kind: ContractChange['kind'],
  words: string,
): ContractChange => ({
  column,
  kind,
  breaks: BREAKING.includes(kind),
  words,
});

/** Whole numbers, each of which holds the values of those before it. */
const WIDTHS = ['INTEGER', 'BIGINT'];

const typeWords = ({ physicalType, logicalType }: ContractProperty) =>
  physicalType ?? logicalType ?? 'a type that only a run can tell';

/** The digits before and behind the point of a decimal. */
function digits(type: string): [number, number] | undefined {
  const [, precision, scale] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? [];
  return precision === undefined
    ? undefined
    : [Number(precision) - Number(scale), Number(scale)];
}

/** How one type differs from another of which it may hold more or fewer values. */
function typeKind(
  before: ContractProperty,
  after: ContractProperty,
): 'retyped' | 'narrowed' | 'widened' | undefined {
  const from = typeWords(before);
  const to = typeWords(after);
  if (from === to) {
    return undefined;
  }
  const [width, other] = [from, to].map(type => WIDTHS.indexOf(type));
  if (width >= 0 && other >= 0) {
    return other > width ? 'widened' : 'narrowed';
  }
  const [old, next] = [digits(from), digits(to)];
  if (old && next) {
    return next[0] >= old[0] && next[1] >= old[1] ? 'widened' : 'narrowed';
  }
  return 'retyped';
}

function changesOf(
  before: ContractProperty,
  after: ContractProperty,
): ContractChange[] {
  const kind = typeKind(before, after);
  return [
    ...(kind
      ? [
          change(
            after.name,
            kind,
            `${typeWords(before)} becomes ${typeWords(after)}`,
          ),
        ]
      : []),
    ...(before.required && !after.required
      ? [change(after.name, 'optional', 'values may be missing from now on')]
      : []),
  ];
}

const columnsOf = ({ schema }: DataContract) =>
  new Map(schema[0].properties.map(column => [column.name, column]));

const tableOf = ({ servers: [server], schema: [table] }: DataContract) =>
  [server.server, server.database, server.schema, table.physicalName].join('.');

/**
 * What changes for those who read a table, the breaking first. A table that
 * goes elsewhere is gone with all its columns.
 */
export function contractChanges(
  before: DataContract,
  after: DataContract,
): ContractChange[] {
  const old = columnsOf(before);
  const moved = tableOf(before) !== tableOf(after);
  const next = moved ? new Map() : columnsOf(after);
  const changes = [
    ...[...old.keys()]
      .filter(name => !next.has(name))
      .map(name =>
        change(
          name,
          'removed',
          moved
            ? `${tableOf(before)} is not loaded any more; ${tableOf(after)} is`
            : `${typeWords(old.get(name)!)} is gone`,
        ),
      ),
    ...[...next.values()].flatMap(column => {
      const was = old.get(column.name);
      return was
        ? changesOf(was, column)
        : [change(column.name, 'added', `${typeWords(column)} is new`)];
    }),
  ];
  return changes.sort(
    (one, other) => Number(other.breaks) - Number(one.breaks),
  );
}

const escape = (text: string) => text.replace(/[\\`|<>]/g, '\\$&');

/** The changes as Markdown, for a comment on a pull request. */
export function contractMarkdown(changes: ContractChange[]): string {
  if (changes.length === 0) {
    return '### Data contract\n\nThe columns of the table stay as they are.\n';
  }
  const breaking = changes.filter(({ breaks }) => breaks).length;
  return [
    '### Data contract',
    '',
    breaking > 0
      ? `**${breaking} change${breaking === 1 ? '' : 's'} may break those who read the table.** Tell them first.`
      : 'Nothing that reads the table breaks.',
    '',
    '| column | change | | |',
    '| --- | --- | --- | --- |',
    ...changes.map(
      ({ column, kind, breaks, words }) =>
        `| ${escape(column)} | ${kind} | ${escape(words)} | ${breaks ? 'may break readers' : ''} |`,
    ),
    '',
  ].join('\n');
}
