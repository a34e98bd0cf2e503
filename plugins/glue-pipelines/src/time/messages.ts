/** How long something took and when it was. Units are abbreviated: there is little room. */
export const timeMessages = {
  lessThanASecond: '< 1 s',
  days: '{{amount}} d',
  hours: '{{amount}} h',
  minutes: '{{amount}} min',
  seconds: '{{amount}} s',
  justNow: 'just now',
  ago: '{{duration}} ago',
  ahead: 'in {{duration}}',
  daysAgo: '{{days}} d ago',
  daysAhead: 'in {{days}} d',
} as const;
