import type { Rule } from './rule';

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

export const oneLine: Rule = value => {
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
export const noTemplateSyntax: Rule = value => {
  const found = /\$\{\{?|\{\{/.exec(value);
  return found
    ? `contains "${found[0]}", which later tools would evaluate: remove it`
    : undefined;
};
