import { stopMessages } from '../stop/messages';

/** What the pages say in English, by the folder that says it. */
export const messages = {
  stop: stopMessages,
} as const;
