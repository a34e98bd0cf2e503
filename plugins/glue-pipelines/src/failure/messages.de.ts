import { Translated } from '../translation/Translated';
import { failureMessages } from './messages';

export const failureMessagesDe: Translated<typeof failureMessages> = {
  details: 'Details anzeigen',
  log: 'Log',
  logLine: 'Diese Zeile im Log anzeigen',
  logUnread: 'Es konnte nicht gelesen werden: {{reason}}',
  notReached: 'Nicht erreicht',
  andMore_one: '{{names}} und {{count}} weiterer',
  andMore_other: '{{names}} und {{count}} weitere',
  before: 'Davor',
  history: {
    isNew: 'Der Lauf davor ist nicht fehlgeschlagen.',
    goesOn_one: 'Auch der Lauf davor ist fehlgeschlagen.',
    goesOn_other: 'Auch die {{count}} Läufe davor sind fehlgeschlagen.',
    nodeToo: 'In ihm ist {{node}} fehlgeschlagen.',
    nodeNot: 'In ihm ist {{node}} nicht fehlgeschlagen.',
    nodeInSome:
      'In {{times}} der {{runs}} Läufe davor ist {{node}} fehlgeschlagen.',
    nodeInNone:
      'In keinem der {{runs}} Läufe davor ist {{node}} fehlgeschlagen.',
  },
};
