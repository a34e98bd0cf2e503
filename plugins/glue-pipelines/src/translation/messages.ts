import { bookmarksMessages } from '../bookmarks/messages';
import { graphMessages } from '../graph/messages';
import { lineageMessages } from '../lineage/messages';
import { nodesMessages } from '../nodes/messages';
import { resumeMessages } from '../resume/messages';
import { scheduleMessages } from '../schedule/messages';
import { startMessages } from '../start/messages';
import { statusMessages } from '../status/messages';
import { stopMessages } from '../stop/messages';
import { timeMessages } from '../time/messages';

/** What the pages say in English, by the folder that says it. */
export const messages = {
  /** By which dates and numbers are written. */
  locale: 'en-GB',
  bookmarks: bookmarksMessages,
  graph: graphMessages,
  lineage: lineageMessages,
  nodes: nodesMessages,
  resume: resumeMessages,
  schedule: scheduleMessages,
  start: startMessages,
  status: statusMessages,
  stop: stopMessages,
  time: timeMessages,
  cancel: 'Cancel',
  resume: resumeMessages,
  schedule: scheduleMessages,
  start: startMessages,
  status: statusMessages,
  stop: stopMessages,
  time: timeMessages,
} as const;
