import { Translated } from '../translation/Translated';
import { lineageMessages } from './messages';

export const lineageMessagesDe: Translated<typeof lineageMessages> = {
  title: 'Davor und danach',
  upstream: 'Daten kommen von',
  downstream: 'Warten hierauf',
  late: 'Verspätet',
  isLate: 'ist verspätet',
  stepsAway_one: '{{count}} Schritt entfernt',
  stepsAway_other: '{{count}} Schritte entfernt',
  through: 'über {{dataset}}',
  blocked:
    'Was diese Pipeline liest, fehlt vielleicht oder ist veraltet: {{pipelines}}.',
  incomplete: 'Weiter entfernt gibt es noch mehr.',
};
