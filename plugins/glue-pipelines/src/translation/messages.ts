import { adoptMessages } from '../adopt/messages';
import { badgeMessages } from '../badge/messages';
import { bookmarksMessages } from '../bookmarks/messages';
import { cardMessages } from '../card/messages';
import { collectorMessages } from '../collector/messages';
import { dataMessages } from '../data/messages';
import { fleetMessages } from '../fleet/messages';
import { graphMessages } from '../graph/messages';
import { homeMessages } from '../home/messages';
import { gridMessages } from '../grid/messages';
import { lineageMessages } from '../lineage/messages';
import { logsMessages } from '../logs/messages';
import { nodesMessages } from '../nodes/messages';
import { removeMessages } from '../remove/messages';
import { resumeMessages } from '../resume/messages';
import { scheduleMessages } from '../schedule/messages';
import { searchMessages } from '../search/messages';
import { startMessages } from '../start/messages';
import { statusMessages } from '../status/messages';
import { stopMessages } from '../stop/messages';
import { timeMessages } from '../time/messages';
import { timelineMessages } from '../timeline/messages';

/** What the pages say in English, by the folder that says it. */
export const messages = {
  /** By which dates and numbers are written. */
  locale: 'en-GB',
  cancel: 'Cancel',
  adopt: adoptMessages,
  badge: badgeMessages,
  bookmarks: bookmarksMessages,
  card: cardMessages,
  collector: collectorMessages,
  data: dataMessages,
  fleet: fleetMessages,
  graph: graphMessages,
  grid: gridMessages,
  home: homeMessages,
  lineage: lineageMessages,
  logs: logsMessages,
  nodes: nodesMessages,
  remove: removeMessages,
  resume: resumeMessages,
  schedule: scheduleMessages,
  search: searchMessages,
  start: startMessages,
  status: statusMessages,
  stop: stopMessages,
  time: timeMessages,
  timeline: timelineMessages,
} as const;
