import { z } from 'zod';
import type { Columns } from '../columns/Columns';
import { redshiftNames } from '../columns/columnNames';
import { resultColumns } from '../columns/resultColumns';
import type { PipelineDraft } from '../pipelineFields';
import { repeated } from '../repeated';
import type { Report } from '../report';
import { KINDS } from './kinds';
import { OTHERWISE, type QualityKind, type RuleContext } from './QualityKind';

type Kinds = typeof KINDS;
type Fields = Kinds[keyof Kinds]['fields'];

/**
 * A rule with its defaults filled in.
 *
 * @public
 */
export type QualityRule = z.output<Fields>;

export const RULE_KIND_NAMES = Object.keys(KINDS) as (keyof Kinds)[];

const rule = z.discriminatedUnion(
  'kind',
  RULE_KIND_NAMES.map(name => KINDS[name].fields) as [Fields, ...Fields[]],
);

/** The rules of a pipeline. A run tells of each, in a property of limited size. */
export const qualityField = z
  .array(rule)
  .max(32, 'has more than 32 rules: leave some out')
  .default([])
  .describe(
    'What the result must meet before it is loaded. Each rule says what happens otherwise.',
  );

/** The kind of a rule, which takes any rule of its own. */
const kindOf = ({ kind }: QualityRule): QualityKind<z.ZodObject> =>
  KINDS[kind] as unknown as QualityKind<z.ZodObject>;

const within =
  (index: number, report: Report): Report =>
  (path, message) =>
    report(['quality', index, ...path], message);

/** The most characters of a ruleset (AWS Glue API reference, CreateDataQualityRuleset). */
const LONGEST_RULESET = 65_536;

/** Says how the fields of each rule do not fit together. */
export function checkQuality(rules: readonly QualityRule[], report: Report) {
  rules.forEach((one, index) =>
    kindOf(one).check?.(one, within(index, report)),
  );
  for (const { value, index } of repeated(
    rules.map(({ name }, at) => name ?? `\n${at}`),
  )) {
    report(
      ['quality', index, 'name'],
      `"${value}" is used by two rules: give each its own name`,
    );
  }
}

/** The sources that the rules read, each with the index of its rule. */
export function sourcesOfQuality(
  rules: readonly QualityRule[],
): { source: string; index: number }[] {
  return rules.flatMap((one, index) => {
    const source = kindOf(one).source?.(one);
    return source === undefined ? [] : [{ source, index }];
  });
}

/** Checks every column that the rules name against those of the result. */
export function checkQualityColumns(
  rules: readonly QualityRule[],
  rows: Columns,
  source: RuleContext['source'],
  report: Report,
) {
  rules.forEach((one, index) =>
    kindOf(one).columns?.(one, { rows, source, report: within(index, report) }),
  );
  const length = rulesetOf(rules, rows).ruleset?.length ?? 0;
  if (length > LONGEST_RULESET) {
    report(
      ['quality'],
      `makes a ruleset of ${length} characters, and Glue takes ${LONGEST_RULESET}: leave out some rules or values`,
    );
  }
}

/**
 * What each rule wants and what happens otherwise, in one line.
 *
 * @public
 */
export const qualityWords = (rules: readonly QualityRule[]): string[] =>
  rules.map(
    one =>
      `${one.name ? `${one.name}: ` : ''}${kindOf(one).words(one)}; otherwise ${OTHERWISE[one.onFailure]}`,
  );

/**
 * The rules as a ruleset of Glue Data Quality, in DQDL.
 *
 * @param columns - those of the result
 * @returns the ruleset, `undefined` where no rule can be said; and the indexes
 * of those that cannot
 */
export function rulesetOf(
  rules: readonly QualityRule[],
  columns: Columns,
): { ruleset: string | undefined; unsaid: number[] } {
  const names = [...columns.keys()];
  const stored = redshiftNames(names);
  const said = rules.map(one =>
    kindOf(one).dqdl?.(one, name => ({
      name: stored[names.indexOf(name)] ?? name,
      type: columns.get(name),
    })),
  );
  const lines = said.filter(line => line !== undefined);
  return {
    ruleset:
      lines.length > 0 ? `Rules = [\n  ${lines.join(',\n  ')}\n]` : undefined,
    unsaid: said.flatMap((line, index) => (line === undefined ? [index] : [])),
  };
}

/**
 * The ruleset of a valid pipeline: see `rulesetOf`.
 *
 * @public
 */
export const dataQualityRuleset = (
  pipeline: Pick<PipelineDraft, 'sources' | 'transform' | 'quality'>,
) =>
  rulesetOf(pipeline.quality, resultColumns(pipeline, () => {}) ?? new Map());

/**
 * The names of the fields that a kind has, its own included; none for no kind.
 *
 * @public
 */
export const fieldsOfRule = (kind: unknown): string[] =>
  RULE_KIND_NAMES.includes(kind as keyof Kinds)
    ? Object.keys(KINDS[kind as keyof Kinds].fields.shape)
    : [];
