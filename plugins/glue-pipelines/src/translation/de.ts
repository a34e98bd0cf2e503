import { adoptMessagesDe } from '../adopt/messages.de';
import { backfillMessagesDe } from '../backfill/messages.de';
import { badgeMessagesDe } from '../badge/messages.de';
import { bookmarksMessagesDe } from '../bookmarks/messages.de';
import { calendarMessagesDe } from '../calendar/messages.de';
import { cardMessagesDe } from '../card/messages.de';
import { causesMessagesDe } from '../causes/messages.de';
import { changesMessagesDe } from '../changes/messages.de';
import { collectorMessagesDe } from '../collector/messages.de';
import { compareMessagesDe } from '../compare/messages.de';
import { costMessagesDe } from '../cost/messages.de';
import { dataMessagesDe } from '../data/messages.de';
import { fleetMessagesDe } from '../fleet/messages.de';
import { failureMessagesDe } from '../failure/messages.de';
import { formMessagesDe } from '../form/messages.de';
import { graphMessagesDe } from '../graph/messages.de';
import { headroomMessagesDe } from '../headroom/messages.de';
import { homeMessagesDe } from '../home/messages.de';
import { gridMessagesDe } from '../grid/messages.de';
import { hygieneMessagesDe } from '../hygiene/messages.de';
import { insightsMessagesDe } from '../insights/messages.de';
import { lineageMessagesDe } from '../lineage/messages.de';
import { liveMessagesDe } from '../live/messages.de';
import { logsMessagesDe } from '../logs/messages.de';
import { nodesMessagesDe } from '../nodes/messages.de';
import { planMessagesDe } from '../plan/messages.de';
import { promisesMessagesDe } from '../promises/messages.de';
import { qualityMessagesDe } from '../quality/messages.de';
import { removeMessagesDe } from '../remove/messages.de';
import { resumeMessagesDe } from '../resume/messages.de';
import { runsMessagesDe } from '../runs/messages.de';
import { scheduleMessagesDe } from '../schedule/messages.de';
import { searchMessagesDe } from '../search/messages.de';
import { startMessagesDe } from '../start/messages.de';
import { statusMessagesDe } from '../status/messages.de';
import { stopMessagesDe } from '../stop/messages.de';
import { timeMessagesDe } from '../time/messages.de';
import { timelineMessagesDe } from '../timeline/messages.de';
import { workflowMessagesDe } from '../workflow/messages.de';
import { flat } from './flat';
import { messages } from './messages';
import { Translated } from './Translated';

const german: Translated<typeof messages> = {
  locale: 'de-DE',
  adopt: adoptMessagesDe,
  backfill: backfillMessagesDe,
  badge: badgeMessagesDe,
  bookmarks: bookmarksMessagesDe,
  calendar: calendarMessagesDe,
  cancel: 'Abbrechen',
  card: cardMessagesDe,
  causes: causesMessagesDe,
  changes: changesMessagesDe,
  collector: collectorMessagesDe,
  compare: compareMessagesDe,
  cost: costMessagesDe,
  data: dataMessagesDe,
  failure: failureMessagesDe,
  fleet: fleetMessagesDe,
  form: formMessagesDe,
  graph: graphMessagesDe,
  grid: gridMessagesDe,
  headroom: headroomMessagesDe,
  home: homeMessagesDe,
  hygiene: hygieneMessagesDe,
  insights: insightsMessagesDe,
  lineage: lineageMessagesDe,
  live: liveMessagesDe,
  logs: logsMessagesDe,
  nodes: nodesMessagesDe,
  plan: planMessagesDe,
  promises: promisesMessagesDe,
  quality: qualityMessagesDe,
  remove: removeMessagesDe,
  resume: resumeMessagesDe,
  runs: runsMessagesDe,
  schedule: scheduleMessagesDe,
  search: searchMessagesDe,
  start: startMessagesDe,
  status: statusMessagesDe,
  stop: stopMessagesDe,
  time: timeMessagesDe,
  timeline: timelineMessagesDe,
  workflow: workflowMessagesDe,
};

/** What the pages say in German. */
export default flat<typeof messages>(german);
