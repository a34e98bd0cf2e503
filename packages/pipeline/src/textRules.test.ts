import { firstProblem } from './rule';
import { descriptionRules, expressionRules } from './textRules';

describe('descriptionRules', () => {
  it.each([
    `Joins 'cases' with "hiring"; costs $5 & more | <b>\`x\`</b> #1: yes`,
    'Données de santé 🩺 – 日本',
    '- not a list: {nor: a map} # nor a comment',
  ])('accept %j', text =>
    expect(firstProblem(text, descriptionRules)).toBeUndefined(),
  );

  it.each([
    ['a\u202eb', 'contains the character U+202E'],
    ['a\u2028b', 'contains the character U+2028'],
    ['a\u0000b', 'contains the character U+0000'],
    ['$\u007bToken[a.1]}', 'contains "$\u007b"'],
  ])('reject %j', (text, problem) =>
    expect(firstProblem(text, descriptionRules)).toContain(problem),
  );
});

describe('expressionRules', () => {
  it.each([
    "name = 'it\\'s (fine' and `odd column` > 0",
    `concat('(', a, ")")`,
    'a - -b',
  ])('accept %j', text =>
    expect(firstProblem(text, expressionRules)).toBeUndefined(),
  );
});
