/** What is said of the rules that the result of a run must meet. */
export const qualityMessages = {
  title: 'Quality',
  met: '{{met}} of {{rules}} rules are met',
  outcomes: {
    passed: 'Passed',
    failed: 'Failed',
    warned: 'Warned',
    quarantined: 'Set aside',
    unknown: 'Not judged',
  },
  kinds: {
    rowCount: 'Number of rows',
    rowCountChange: 'Change of the number of rows',
    completeness: 'No missing values',
    unique: 'No repeated rows',
    range: 'Values within bounds',
    pattern: 'Texts of a pattern',
    values: 'Values of a list',
    freshness: 'Fresh rows',
    referential: 'Values that occur in a source',
    sql: 'A condition',
  },
  ruleOf: '{{rule}}: {{columns}}',
  found: {
    rowCount: '{{number}} rows',
    rowCountChange: '{{number}} against the results before',
    completeness: '{{number}} of the rows have a value',
    freshness: 'newest value {{number}} hours old',
    unique: '{{number}} of {{rows}} rows repeat others',
    others: '{{number}} of {{rows}} rows do not meet it',
  },
  noValue: 'no row has a value',
  nothingBefore: 'no result before it to compare with',
  wanted: {
    atLeast: 'wanted: at least {{min}}',
    atMost: 'wanted: at most {{max}}',
    between: 'wanted: {{min}} to {{max}}',
    none: 'wanted: none',
  },
  hours: '{{number}} hours',
  setAside_one:
    '{{number}} row does not meet its rules and was not loaded. It lies in {{where}}',
  setAside_other:
    '{{number}} rows do not meet their rules and were not loaded. They lie in {{where}}',
} as const;
