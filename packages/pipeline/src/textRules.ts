import { parseExpression } from './expressions/parseExpression';
import { ExpressionError } from './expressions/tokenize';
import { noTemplateSyntax, oneLine } from './oneLine';
import type { Rule } from './rule';

const notBlank: Rule = value =>
  value.trim() === '' ? 'is empty: write something or leave it out' : undefined;

export const descriptionRules: Rule[] = [
  value =>
    value.trim() === ''
      ? 'is empty: say in one line what the pipeline is for'
      : undefined,
  oneLine,
  noTemplateSyntax,
  value =>
    value.length > 256
      ? `has ${value.length} characters: use at most 256`
      : undefined,
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

/** The structural part of the rules, for editors and forms. */
export const EXPRESSION_PATTERN = '^[^\\n\\r]*$';

/** One Spark SQL expression: a value or a condition, never a statement. */
export const expressionRules: Rule[] = [
  notBlank,
  oneLine,
  noTemplateSyntax,
  value =>
    value.length > 4096
      ? `has ${value.length} characters: use at most 4096`
      : undefined,
  grammatical,
];

/** A text that stands for a value of a column. */
export const valueRules: Rule[] = [
  oneLine,
  noTemplateSyntax,
  value =>
    value.length > 256
      ? `has ${value.length} characters: use at most 256`
      : undefined,
];
