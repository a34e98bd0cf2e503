import type { z } from 'zod';
import type { Pipeline, PipelineDraft } from './pipelineFields';
import { nearest } from './expressions/nearest';
import { fieldPath } from './fieldPath';
import { draftSchema, pipelineSchema } from './pipelineSchema';
import { RULE_KIND_NAMES } from './quality/rules';
import { KIND_NAMES } from './transforms/steps';
import type { Reading } from './versions/Reading';
import { readVersion } from './versions/readVersion';

/**
 * One thing that is wrong with a pipeline.
 *
 * @public
 */
export interface PipelineProblem {
  /** The field, for example `sources[0].uri`; empty for the whole. */
  field: string;
  /** What is wrong and what to do about it. */
  message: string;
}

/**
 * Thrown for a pipeline, or a shared warehouse, that is not valid. Its message lists every problem.
 *
 * @public
 */
export class InvalidPipelineError extends Error {
  readonly problems: PipelineProblem[];

  constructor(problems: PipelineProblem[], what = 'pipeline') {
    super(
      problems
        .map(({ field, message }) => `${field || what}: ${message}`)
        .join('\n'),
    );
    this.name = 'InvalidPipelineError';
    this.problems = problems;
  }
}

const article = (type: string) =>
  type === 'array' || type === 'object' || type === 'int'
    ? `an ${type}`
    : `a ${type}`;

/** Two unions, each told apart by kinds: that of steps and that of rules of the result. */
const UNIONS = {
  transform: { what: 'step', says: 'does', names: KIND_NAMES },
  quality: { what: 'rule', says: 'wants', names: RULE_KIND_NAMES },
};

function kindProblem(input: unknown, field: PropertyKey): string {
  const { what, says, names: all } = UNIONS[field as keyof typeof UNIONS];
  const { kind } = (input ?? {}) as { kind?: unknown };
  const near = typeof kind === 'string' ? nearest(kind, all) : undefined;
  const names = all.join(', ');
  if (kind === undefined) {
    return `is missing: say what the ${what} ${says} by one of ${names}`;
  }
  return `${JSON.stringify(kind)} is no kind of ${what}: use ${
    near ? `"${near}", or another ` : ''
  }one of ${names}`;
}

function problemsOf(
  issue: z.core.$ZodIssue,
  placeOf: Reading['placeOf'],
  what: string,
): PipelineProblem[] {
  const field = fieldPath(placeOf(issue.path));
  switch (issue.code) {
    case 'invalid_union':
      return [{ field, message: kindProblem(issue.input, issue.path[0]) }];
    case 'unrecognized_keys':
      return issue.keys.map(key => ({
        field: fieldPath(placeOf([...issue.path, key])),
        message: `is not a field of ${what}.yaml: remove it or correct its name`,
      }));
    case 'invalid_value':
      return [
        {
          field,
          message: `must be ${issue.values
            .map(value => JSON.stringify(value))
            .join(' or ')}`,
        },
      ];
    case 'invalid_type':
      if (issue.input === undefined) {
        return [{ field, message: 'is missing: add it' }];
      }
      return [
        {
          field,
          message: issue.message.startsWith('must')
            ? issue.message
            : `must be ${article(issue.expected)}`,
        },
      ];
    default:
      return [{ field, message: issue.message }];
  }
}

/** @throws InvalidPipelineError with every problem, each naming its field */
export function checked<T extends z.ZodType>(
  schema: T,
  { document, problems, placeOf }: Reading,
  what = 'pipeline',
): z.output<T> {
  const result = schema.safeParse(document, { reportInput: true });
  const found = [
    ...problems.map(({ path, message }) => ({
      field: fieldPath(path),
      message,
    })),
    ...(result.error?.issues ?? []).flatMap(issue =>
      problemsOf(issue, placeOf, what),
    ),
  ];
  if (!result.success || found.length > 0) {
    throw new InvalidPipelineError(found, what);
  }
  return result.data;
}

/**
 * Checks a pipeline of this version or of an older one, and fills in its defaults.
 *
 * @param input - the content of `pipeline.yaml`, parsed
 * @throws InvalidPipelineError with every problem, each naming its field
 *
 * @public
 */
export const parsePipeline = (input: unknown): Pipeline =>
  checked(pipelineSchema, readVersion(input));

/**
 * Checks a pipeline whose sources may still lack their columns. What could only
 * be said with the columns is not said.
 *
 * @throws InvalidPipelineError with every problem, each naming its field
 *
 * @public
 */
export const parsePipelineDraft = (input: unknown): PipelineDraft =>
  checked(draftSchema, readVersion(input));
