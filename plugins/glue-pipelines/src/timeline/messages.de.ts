import { Translated } from '../translation/Translated';
import { timelineMessages } from './messages';

export const timelineMessagesDe: Translated<typeof timelineMessages> = {
  label: 'Zeitachse von {{workflow}}',
  caption:
    '{{whole}} von Anfang bis Ende, davon {{working}} Arbeit auf dem kritischen Pfad und {{waiting}} Warten.',
  nothingKnown:
    'Glue sagt nicht, was die Knoten dieses Laufs getan haben; darum gibt es keine Zeitachse.',
  runBefore: 'Lauf davor',
  legend: {
    critical: 'Fett und unterstrichen: kritischer Pfad',
    waiting: 'Gepunktet: wartet',
    gettingReady: 'Blass: wird vorbereitet',
    leftOut: '⫽ Leerlauf ausgelassen',
  },
  row: {
    carriedOver: 'im Lauf davor erledigt',
    started: '{{time}} nach Beginn des Laufs gestartet',
    waited: '{{time}} gewartet',
    gotReady: '{{time}} Vorbereitung',
    critical: 'auf dem kritischen Pfad',
  },
};
