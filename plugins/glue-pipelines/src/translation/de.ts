import { adoptMessagesDe } from '../adopt/messages.de';
import { badgeMessagesDe } from '../badge/messages.de';
import { bookmarksMessagesDe } from '../bookmarks/messages.de';
import { cardMessagesDe } from '../card/messages.de';
import { collectorMessagesDe } from '../collector/messages.de';
import { dataMessagesDe } from '../data/messages.de';
import { fleetMessagesDe } from '../fleet/messages.de';
import { graphMessagesDe } from '../graph/messages.de';
import { homeMessagesDe } from '../home/messages.de';
import { gridMessagesDe } from '../grid/messages.de';
import { lineageMessagesDe } from '../lineage/messages.de';
import { logsMessagesDe } from '../logs/messages.de';
import { nodesMessagesDe } from '../nodes/messages.de';
import { removeMessagesDe } from '../remove/messages.de';
import { resumeMessagesDe } from '../resume/messages.de';
import { scheduleMessagesDe } from '../schedule/messages.de';
import { searchMessagesDe } from '../search/messages.de';
import { startMessagesDe } from '../start/messages.de';
import { statusMessagesDe } from '../status/messages.de';
import { stopMessagesDe } from '../stop/messages.de';
import { timeMessagesDe } from '../time/messages.de';
import { timelineMessagesDe } from '../timeline/messages.de';
import { flat } from './flat';
import { messages } from './messages';
import { Translated } from './Translated';

const german: Translated<typeof messages> = {
  locale: 'de-DE',
  cancel: 'Abbrechen',
  adopt: adoptMessagesDe,
  badge: badgeMessagesDe,
  bookmarks: bookmarksMessagesDe,
  card: cardMessagesDe,
  collector: collectorMessagesDe,
  data: dataMessagesDe,
  fleet: fleetMessagesDe,
  graph: graphMessagesDe,
  grid: gridMessagesDe,
  home: homeMessagesDe,
  lineage: lineageMessagesDe,
  logs: logsMessagesDe,
  nodes: nodesMessagesDe,
  remove: removeMessagesDe,
  resume: resumeMessagesDe,
  schedule: scheduleMessagesDe,
  search: searchMessagesDe,
  start: startMessagesDe,
  status: statusMessagesDe,
  stop: stopMessagesDe,
  time: timeMessagesDe,
  timeline: timelineMessagesDe,
};

/** What the pages say in German. */
export default flat<typeof messages>(german);
