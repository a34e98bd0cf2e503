import { Translated } from '../translation/Translated';
import { bookmarksMessages } from './messages';

export const bookmarksMessagesDe: Translated<typeof bookmarksMessages> = {
  title: 'Bookmark',
  hint: 'wie weit der Job gelesen hat',
  leftBy: 'Hinterlassen von Lauf',
  leftByRun: '{{run}} des Jobs',
  jobRun: 'Job-Lauf',
  changes: 'Änderungen',
  denied:
    'Zurücksetzen ist nicht erlaubt: Die Berechtigung {{permission}} fehlt.',
  off: 'Bookmarks sind für diesen Job ausgeschaltet: Jeder Lauf liest alles.',
  unknown:
    'Ob der Job sein Bookmark benutzt, zeigt sich, sobald er gelaufen ist.',
  everything: 'Der nächste Lauf liest alles.',
  paused:
    'Jeder Lauf liest, was nach dem Bookmark kam; das Bookmark bleibt, wo es ist.',
  newer: 'Der nächste Lauf liest, was nach dem letzten kam.',
  reset: {
    open: 'Bookmark zurücksetzen',
    title: 'Das Bookmark von {{job}} zurücksetzen?',
    refused: 'Das Bookmark wurde nicht zurückgesetzt. {{reason}}',
    choice: 'Was der nächste Lauf noch einmal liest',
    last: 'Der nächste Lauf liest noch einmal, was der letzte gelesen hat',
    everything: 'Der nächste Lauf liest alles noch einmal, von Anfang an',
    consequence:
      'Jetzt startet nichts. Was noch einmal gelesen wird, wird auch noch einmal geschrieben: Ein Job, der nur Zeilen anfügt, fügt sie doppelt an. Die Stelle, bis zu der der Job gelesen hat, wird vergessen und kommt nicht wieder.',
    keep: 'Behalten',
    confirm: 'Zurücksetzen',
    underWay: 'Wird zurückgesetzt …',
  },
};
