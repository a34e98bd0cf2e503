const backstage = require('@backstage/cli/config/eslint-factory')(__dirname);

/** The folders of `src` whose texts are all translated (docs/contributing/translations.md). */
const TRANSLATED = [
  'adopt',
  'api',
  'backfill',
  'badge',
  'bookmarks',
  'calendar',
  'card',
  'causes',
  'changes',
  'collector',
  'compare',
  'cost',
  'data',
  'extensions',
  'failure',
  'fleet',
  'form',
  'graph',
  'grid',
  'headroom',
  'home',
  'hygiene',
  'insights',
  'legacy',
  'lineage',
  'live',
  'logs',
  'nodes',
  'plan',
  'promises',
  'quality',
  'remove',
  'resume',
  'runs',
  'schedule',
  'search',
  'start',
  'status',
  'stop',
  'time',
  'timeline',
  'url',
  'workflow',
];

const SPOKEN_ATTRIBUTES =
  'JSXAttribute[name.name=/^(alt|aria-label|aria-description|aria-roledescription|helperText|label|placeholder|title)$/]';
const WORD = '/\\p{L}{2}/u';
const message = "Say it by useTexts() and the folder's messages.ts";

const untranslated = [
  `JSXText[value=${WORD}]`,
  `${SPOKEN_ATTRIBUTES} > Literal[value=${WORD}]`,
  `${SPOKEN_ATTRIBUTES} > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${WORD}]`,
  `${SPOKEN_ATTRIBUTES} > JSXExpressionContainer > ConditionalExpression > Literal[value=${WORD}]`,
  `JSXElement > JSXExpressionContainer > Literal[value=${WORD}]`,
  `JSXElement > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${WORD}]`,
  `JSXElement > JSXExpressionContainer > ConditionalExpression > Literal[value=${WORD}]`,
];

module.exports = {
  ...backstage,
  overrides: [
    ...backstage.overrides,
    {
      files: TRANSLATED.map(folder => `src/${folder}/**/*.tsx`),
      excludedFiles: '**/*.test.tsx',
      rules: {
        'no-restricted-syntax': [
          'error',
          ...untranslated.map(selector => ({ selector, message })),
        ],
      },
    },
  ],
};
