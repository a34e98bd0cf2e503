import { parseExpression } from './expressions/parseExpression';
import { ExpressionError } from './expressions/tokenize';
import { noTemplateSyntax, oneLine } from './oneLine';
import type { Rule } from './rule';

const notBlank: Rule = value =>
  value.trim() === '' ? 'is empty: write something or leave it out' : undefined;

const atMost =
  (most: number): Rule =>
  value =>
    value.length > most
      ? `has ${value.length} characters: use at most ${most}`
      : undefined;

export const descriptionRules: Rule[] = [
  value =>
    value.trim() === ''
      ? 'is empty: say in one line what the pipeline is for'
      : undefined,
  oneLine,
  noTemplateSyntax,
  atMost(256),
];

/** What is wrong with an expression by its grammar. */
const grammatical: Rule = value => {
  try {
    parseExpression(value);
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionError) {
      return error.message;
    }
    throw error;
  }
};

/** What people call a rule of the result. */
export const ruleNameRules: Rule[] = [
  notBlank,
  oneLine,
  noTemplateSyntax,
  atMost(64),
];

/** What is wrong with a regular expression as far as another engine than Java's can tell. */
const regular: Rule = value => {
  try {
    return new RegExp(value) && undefined;
  } catch (error) {
    return `is no regular expression: ${(error as Error).message.replace(/^.*: /, '')}`;
  }
};

/** A regular expression of Java. */
export const regexRules: Rule[] = [
  notBlank,
  oneLine,
  noTemplateSyntax,
  atMost(256),
  regular,
];

/** The structural part of the rules, for editors and forms. */
export const EXPRESSION_PATTERN = '^[^\\n\\r]*$';

/** One Spark SQL expression: a value or a condition, never a statement. */
export const expressionRules: Rule[] = [
  notBlank,
  oneLine,
  noTemplateSyntax,
  atMost(4096),
  grammatical,
];

/** A text that stands for a value of a column. */
export const valueRules: Rule[] = [oneLine, noTemplateSyntax, atMost(256)];

export const PREDICATE_PATTERN = EXPRESSION_PATTERN;

/** A condition on partition keys, in the words of the Data Catalog (AWS Glue API, GetPartitions). */
export const predicateRules: Rule[] = [
  notBlank,
  oneLine,
  noTemplateSyntax,
  atMost(2048),
];

/** One query of a database, which is put into parentheses where it is read. */
export const queryRules: Rule[] = [
  notBlank,
  oneLine,
  noTemplateSyntax,
  atMost(4096),
  value =>
    /^\s*(select|with)\b/i.test(value)
      ? undefined
      : 'is no query: begin it with SELECT or WITH',
  value =>
    value.includes(';')
      ? 'has ";", and one query is read: remove what comes after it'
      : undefined,
  value =>
    /--|\/\*/.test(value)
      ? 'has a comment, which would reach beyond the query: remove it'
      : undefined,
];
