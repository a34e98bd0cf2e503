import { adoptMessages } from '../adopt/messages';
import { backfillMessages } from '../backfill/messages';
import { badgeMessages } from '../badge/messages';
import { bookmarksMessages } from '../bookmarks/messages';
import { calendarMessages } from '../calendar/messages';
import { cardMessages } from '../card/messages';
import { causesMessages } from '../causes/messages';
import { changesMessages } from '../changes/messages';
import { collectorMessages } from '../collector/messages';
import { compareMessages } from '../compare/messages';
import { costMessages } from '../cost/messages';
import { dataMessages } from '../data/messages';
import { fleetMessages } from '../fleet/messages';
import { failureMessages } from '../failure/messages';
import { formMessages } from '../form/messages';
import { graphMessages } from '../graph/messages';
import { headroomMessages } from '../headroom/messages';
import { homeMessages } from '../home/messages';
import { gridMessages } from '../grid/messages';
import { hygieneMessages } from '../hygiene/messages';
import { insightsMessages } from '../insights/messages';
import { lineageMessages } from '../lineage/messages';
import { liveMessages } from '../live/messages';
import { logsMessages } from '../logs/messages';
import { nodesMessages } from '../nodes/messages';
import { planMessages } from '../plan/messages';
import { promisesMessages } from '../promises/messages';
import { qualityMessages } from '../quality/messages';
import { removeMessages } from '../remove/messages';
import { resumeMessages } from '../resume/messages';
import { runsMessages } from '../runs/messages';
import { scheduleMessages } from '../schedule/messages';
import { searchMessages } from '../search/messages';
import { startMessages } from '../start/messages';
import { statusMessages } from '../status/messages';
import { stopMessages } from '../stop/messages';
import { timeMessages } from '../time/messages';
import { timelineMessages } from '../timeline/messages';
import { workflowMessages } from '../workflow/messages';

/** What the pages say in English, by the folder that says it. */
export const messages = {
  /** By which dates and numbers are written. */
  locale: 'en-GB',
  adopt: adoptMessages,
  backfill: backfillMessages,
  badge: badgeMessages,
  bookmarks: bookmarksMessages,
  calendar: calendarMessages,
  cancel: 'Cancel',
  card: cardMessages,
  causes: causesMessages,
  changes: changesMessages,
  collector: collectorMessages,
  compare: compareMessages,
  cost: costMessages,
  data: dataMessages,
  failure: failureMessages,
  fleet: fleetMessages,
  form: formMessages,
  graph: graphMessages,
  grid: gridMessages,
  headroom: headroomMessages,
  home: homeMessages,
  hygiene: hygieneMessages,
  insights: insightsMessages,
  lineage: lineageMessages,
  live: liveMessages,
  logs: logsMessages,
  nodes: nodesMessages,
  plan: planMessages,
  promises: promisesMessages,
  quality: qualityMessages,
  remove: removeMessages,
  resume: resumeMessages,
  runs: runsMessages,
  schedule: scheduleMessages,
  search: searchMessages,
  start: startMessages,
  status: statusMessages,
  stop: stopMessages,
  time: timeMessages,
  timeline: timelineMessages,
  workflow: workflowMessages,
} as const;
