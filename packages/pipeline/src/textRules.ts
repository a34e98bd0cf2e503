import type { Rule } from './nameRules';

/**
 * Control characters, line and paragraph separators, and the characters that
 * change the direction of the text after them (which make a reader see
 * something else than what runs).
 */
const NOT_ONE_LINE =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const describeCharacter = (character: string) =>
  character === '\n' || character === '\r'
    ? 'a line break'
    : `the character U+${character
        .codePointAt(0)!
        .toString(16)
        .toUpperCase()
        .padStart(4, '0')}`;

const oneLine: Rule = value => {
  const found = NOT_ONE_LINE.exec(value);
  return found
    ? `contains ${describeCharacter(
        found[0],
      )}: write it on one line without control characters`
    : undefined;
};

/**
 * `${` is a token to the CDK, a substitution to CloudFormation and Spark SQL,
 * and an expression to the scaffolder and to GitHub Actions as `${{`; `{{` is
 * how CloudFormation reads secrets into a template. No field needs them.
 */
const noTemplateSyntax: Rule = value => {
  const found = /\$\{\{?|\{\{/.exec(value);
  return found
    ? `contains "${found[0]}", which later tools would evaluate: remove it`
    : undefined;
};

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

/** Complains about quotes and parentheses that are not closed. */
const balanced: Rule = value => {
  const open: string[] = [];
  let quote: string | undefined;
  for (let index = 0; index < value.length; index += 1) {
    const character = value[index];
    if (quote) {
      if (character === '\\' && quote !== '`') {
        index += 1;
      } else if (character === quote) {
        quote = undefined;
      }
    } else if (`'"\``.includes(character)) {
      quote = character;
    } else if (character === '(') {
      open.push(character);
    } else if (character === ')' && !open.pop()) {
      return 'has a ")" without its "(": add the opening parenthesis';
    }
  }
  if (quote) {
    return `has a ${quote} that is not closed: add the closing ${quote}`;
  }
  return open.length > 0
    ? 'has a "(" that is not closed: add the closing parenthesis'
    : undefined;
};

/** One Spark SQL expression: a value or a condition, never a statement. */
export const expressionRules: Rule[] = [
  notBlank,
  oneLine,
  noTemplateSyntax,
  value =>
    value.includes(';')
      ? 'contains ";": write one Spark SQL expression, not statements'
      : undefined,
  value =>
    value.length > 4096
      ? `has ${value.length} characters: use at most 4096`
      : undefined,
  balanced,
];
