/** What the cards of a home page say. */
export const homeMessages = {
  mine: 'My pipelines',
  noneMine: 'No pipeline belongs to you or to a group of yours.',
  failing: 'Failing now',
  noneFailing: 'No pipeline is failing.',
  loading: 'Loading: {{list}}',
  more: 'All of them, {{amount}} more',
  closer: 'Look closer',
} as const;
