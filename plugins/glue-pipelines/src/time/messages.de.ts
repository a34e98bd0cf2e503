import { Translated } from '../translation/Translated';
import { timeMessages } from './messages';

export const timeMessagesDe: Translated<typeof timeMessages> = {
  lessThanASecond: '< 1 s',
  days: '{{amount}} Tg.',
  hours: '{{amount}} h',
  minutes: '{{amount}} min',
  seconds: '{{amount}} s',
  justNow: 'gerade eben',
  ago: 'vor {{duration}}',
  ahead: 'in {{duration}}',
  daysAgo: 'vor {{days}} Tagen',
  daysAhead: 'in {{days}} Tagen',
};
