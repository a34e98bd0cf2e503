import { statusMessages } from '../status/messages';
import { stopMessages } from '../stop/messages';
import { timeMessages } from '../time/messages';

/** What the pages say in English, by the folder that says it. */
export const messages = {
  /** By which dates and numbers are written. */
  locale: 'en-GB',
  status: statusMessages,
  stop: stopMessages,
  time: timeMessages,
} as const;
