import { ACCESS } from './access';
import { Cause, CauseRule, CauseText, KnownRule } from './Cause';
import { DATA } from './data';
import { NETWORK } from './network';
import { RESOURCES, TIMED_OUT } from './resources';
import { SCRIPT } from './script';
import { TABLES } from './tables';
import { causeTexts, filledIn, unnamed } from './texts';

/** From what is told by the most particular words to what is told by the most general. */
const RULES: readonly KnownRule[] = [
  ...SCRIPT,
  ...TABLES,
  ...NETWORK,
  ...ACCESS,
  ...DATA,
  ...RESOURCES,
];

/**
 * The ids of all causes that are known.
 *
 * @public
 */
export const CAUSE_IDS: readonly string[] = [...RULES, TIMED_OUT].map(
  ({ id }) => id,
);

/** Longer than any message of Glue: what is behind it would only cost time. */
const LONGEST_MESSAGE = 20_000;

function matchOf(
  { patterns }: Pick<CauseRule, 'patterns'>,
  message: string,
): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(message);
    if (match) {
      return match;
    }
  }
  return undefined;
}

function knownCause(
  { id, documentation }: KnownRule,
  { title = id, remedy = id, values = {} }: Partial<CauseText> = {},
): Cause {
  return {
    id,
    title: filledIn(causeTexts.titles[title], values),
    remedy: filledIn(causeTexts.remedies[remedy], values),
    ...(documentation && { documentation }),
    text: { title, remedy, values },
  };
}

/**
 * What is known to fail, and what to do about it, with `…` for what a message
 * would name. Without the causes that have no words but those of a message.
 *
 * @public
 */
export function knownCauses(): Cause[] {
  return [...RULES, TIMED_OUT].flatMap(({ id, documentation }) => {
    const title = unnamed(causeTexts.titles[id]);
    return /\w/.test(title)
      ? [
          {
            id,
            title,
            remedy: unnamed(causeTexts.remedies[id]),
            ...(documentation && { documentation }),
          },
        ]
      : [];
  });
}

function addedCause(
  { id, explain, documentation }: CauseRule,
  match: RegExpExecArray,
): Cause {
  return { id, ...explain(match), ...(documentation && { documentation }) };
}

/**
 * Why something failed, as far as its message tells.
 *
 * @param message - the error of a node or of a run, or lines of its log
 * @param rawState - Glue's own state of a job run, e.g. `TIMEOUT`
 * @param added - what an adopter knows besides, tried after all others
 * @returns `undefined` where it is not recognised: then the message is all there is
 *
 * @public
 */
export function explainFailure(
  message: string | undefined,
  rawState?: string,
  added: readonly CauseRule[] = [],
): Cause | undefined {
  if (rawState === 'TIMEOUT') {
    return knownCause(TIMED_OUT);
  }
  const text = message?.slice(0, LONGEST_MESSAGE);
  if (!text) {
    return undefined;
  }
  for (const rule of RULES) {
    const match = matchOf(rule, text);
    if (match) {
      return knownCause(rule, rule.explain?.(match));
    }
  }
  for (const rule of added) {
    const match = matchOf(rule, text);
    if (match) {
      return addedCause(rule, match);
    }
  }
  return undefined;
}

/**
 * The line of the script that failed, as Glue 4 and later put it before the
 * message ("AWS Glue job run insights", AWS Glue Developer Guide).
 *
 * @public
 */
export function failedLine(message: string | undefined): number | undefined {
  const match = /Failed Line Number: (\d+)/.exec(message ?? '');
  return match ? Number(match[1]) : undefined;
}

/**
 * The class of an error, e.g. `OUT_OF_MEMORY_ERROR`, as Glue 4 and later put it
 * before the message ("Monitoring with AWS Glue Observability metrics", AWS Glue
 * Developer Guide).
 *
 * @public
 */
export function errorCategory(message: string | undefined): string | undefined {
  return /Error Category: ([A-Z_]+)/.exec(message ?? '')?.[1];
}
