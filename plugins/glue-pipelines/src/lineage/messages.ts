/** What is said of the pipelines before and after one. */
export const lineageMessages = {
  title: 'Before and after',
  upstream: 'Data comes from',
  downstream: 'Waiting for this',
  late: 'Late',
  /** After a pipeline's name. */
  isLate: 'is late',
  stepsAway_one: '{{count}} step away',
  stepsAway_other: '{{count}} steps away',
  through: 'through {{dataset}}',
  blocked: 'What this pipeline reads may be missing or old: {{pipelines}}.',
  incomplete: 'There are more, farther away.',
} as const;
