import { bookmarksMessagesDe } from '../bookmarks/messages.de';
import { graphMessagesDe } from '../graph/messages.de';
import { lineageMessagesDe } from '../lineage/messages.de';
import { nodesMessagesDe } from '../nodes/messages.de';
import { resumeMessagesDe } from '../resume/messages.de';
import { scheduleMessagesDe } from '../schedule/messages.de';
import { startMessagesDe } from '../start/messages.de';
import { statusMessagesDe } from '../status/messages.de';
import { stopMessagesDe } from '../stop/messages.de';
import { timeMessagesDe } from '../time/messages.de';
import { flat } from './flat';
import { messages } from './messages';
import { Translated } from './Translated';

const german: Translated<typeof messages> = {
  locale: 'de-DE',
  bookmarks: bookmarksMessagesDe,
  graph: graphMessagesDe,
  lineage: lineageMessagesDe,
  nodes: nodesMessagesDe,
  resume: resumeMessagesDe,
  schedule: scheduleMessagesDe,
  start: startMessagesDe,
  status: statusMessagesDe,
  stop: stopMessagesDe,
  time: timeMessagesDe,
  cancel: 'Abbrechen',
  resume: resumeMessagesDe,
  schedule: scheduleMessagesDe,
  start: startMessagesDe,
  status: statusMessagesDe,
  stop: stopMessagesDe,
  time: timeMessagesDe,
};

/** What the pages say in German. */
export default flat<typeof messages>(german);
